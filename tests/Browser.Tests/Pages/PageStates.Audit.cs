using Browser.Tests.Browsing;

namespace Browser.Tests.Pages;

internal static partial class PageStates
{
    private static IEnumerable<PageState> Audit() =>
    [
        new("ShowAudit", "not allowed", Guest.Reader, "/desk/audit", 403),
        new("ShowAudit", "a day nothing was done on", Guest.Administrator, "/desk/audit?day=2000-01-01"),
        new("ShowAudit", "a day and its acts", Guest.Administrator, "/desk/audit"),
        new("ShowAudit", "who did an act", Guest.Administrator, "/desk/audit?act=signed-in"),
        new("ShowAudit", "who was refused", Guest.Administrator, "/desk/audit?act=was-refused"),
        new("ShowAudit", "a day that is none", Guest.Administrator, "/desk/audit?day=abc", 400),
        new("CheckAudit", "not allowed", Guest.Archivist, "/desk/audit/check", 403),
        new("CheckAudit", "a month without seals", Guest.Administrator, "/desk/audit/check"),
        new("CheckAudit", "a month that is none", Guest.Administrator, "/desk/audit/check?month=abc", 400),
        new("ExportAudit", "not allowed", Guest.Manager, "/desk/audit/export", 403),
    ];
}
