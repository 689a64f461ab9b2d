using Browser.Tests.Browsing;

namespace Browser.Tests.Pages;

internal static partial class PageStates
{
    private static IEnumerable<PageState> Desks() =>
    [
        new("ShowDesk", "sent to sign in", Guest.Nobody, "/desk") { IsForeign = true },
        new("ShowDesk", "not allowed", Guest.Reader, "/desk", 403),
        .. from guest in new[] { Guest.Officer, Guest.Archivist, Guest.Manager, Guest.Administrator } select new PageState("ShowDesk", "the ways on", guest, "/desk"),
    ];
}
