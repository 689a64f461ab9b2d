using Browser.Tests.Browsing;

namespace Browser.Tests.Pages;

internal static partial class PageStates
{
    private const string Agency = "/desk/agencies/H26.02";
    private const string SampleDossier = "H26.02.2012.09.VTLT";

    private static IEnumerable<PageState> Desks() =>
    [
        new("ShowDesk", "sent to sign in", Guest.Nobody, "/desk") { IsForeign = true },
        new("ShowDesk", "not allowed", Guest.Reader, "/desk", 403),
        .. from guest in new[] { Guest.Officer, Guest.Archivist, Guest.Manager, Guest.Administrator } select new PageState("ShowDesk", "the ways on", guest, "/desk"),
    ];

    private static IEnumerable<PageState> AgencyDesk() =>
    [
        new("ShowAgencyDesk", "overview", Guest.Officer, Agency),
        new("ShowAgencyDesk", "another agency's", Guest.Officer, "/desk/agencies/H26.05", 403),
        new("ShowUploading", "nothing chosen yet", Guest.Officer, $"{Agency}/upload") { Then = page => page.Locator("#uploader").WaitForAsync() },
        new("ShowUploads", "a list", Guest.Officer, $"{Agency}/uploads"),
        new("ShowUploads", "none of a status", Guest.Officer, $"{Agency}/uploads?status=Refused"),
        new("ShowUpload", "admitted", Guest.Officer, $"{Agency}/uploads") { Then = page => page.Locator(".results a").First.ClickAsync() },
        new("ShowUpload", "a package and its documents", Guest.Officer, $"{Agency}/uploads/{{0}}") { After = Given.ATakenApartPackage },
        new("ShowPackageReport", "not valid", Guest.Officer, $"{Agency}/uploads/{{0}}/report") { After = Given.ABrokenPackage },
        new("ShowPackageReport", "nothing, or little", Guest.Officer, $"{Agency}/uploads/{{0}}/report") { After = Given.ATakenApartPackage },
        new("ShowPackageReport", "none", Guest.Officer, $"{Agency}/uploads/{NoSuch}/report", 404),
        new("ShowUpload", "none", Guest.Officer, $"{Agency}/uploads/{NoSuch}", 404),
        new("ShowSchedule", "a month", Guest.Officer, $"{Agency}/schedule"),
        new("ShowSchedule", "due on no day that is known", Guest.Officer, $"{Agency}/schedule?month=undetermined"),
        new("ShowReceipts", "none", Guest.Officer, $"{Agency}/receipts"),
        new("ShowDossier", "ready and kept", Guest.Officer, $"{Agency}/dossier?dossier={SampleDossier}"),
        new("ShowDossier", "none", Guest.Officer, $"{Agency}/dossier?dossier=none", 404),
    ];

    private static IEnumerable<PageState> ArchivistsDesk() =>
    [
        new("ShowReviewQueue", "not allowed", Guest.Officer, "/desk/review", 403),
        new("ShowReviewQueue", "what is doubtful", Guest.Archivist, "/desk/review"),
        new("ShowReview", "a record beside its form", Guest.Archivist, $"/desk/review/{Samples.Id("H26/2022/ke-hoach-118-kh-ubnd.pdf")}"),
        new("ShowReview", "none", Guest.Archivist, $"/desk/review/{NoSuch}", 404),
        new("ShowAcceptances", "none", Guest.Archivist, "/desk/acceptances") { IsInEmptyArchive = true },
        new("ShowAcceptances", "one waits", Guest.Archivist, "/desk/acceptances") { After = Given.AConsignmentThatWaits },
        new("ShowAcceptance", "to be accepted or returned", Guest.Archivist, "/desk/acceptances/{0}") { After = Given.AConsignmentThatWaits },
        new("ShowAcceptance", "accepted", Guest.Archivist, "/desk/acceptances/{0}") { After = Given.AnAcceptedConsignment },
        new("ShowAcceptance", "none", Guest.Archivist, "/desk/acceptances/H26.02/none", 404),
    ];

    private static IEnumerable<PageState> Board() =>
    [
        new("ShowBoard", "not allowed", Guest.Reader, "/desk/board", 403),
        new("ShowBoard", "figures", Guest.Manager, "/desk/board") { After = Given.ARefusal },
        new("ShowOverdue", "an agency", Guest.Manager, "/desk/board/overdue?agency=H26.02"),
        new("ShowOverdue", "no agency", Guest.Manager, "/desk/board/overdue", 400),
        new("ShowRefusals", "agencies and months", Guest.Manager, "/desk/board/refusals?code={0}") { After = Given.ARefusal },
        new("ShowRefusals", "none", Guest.Manager, "/desk/board/refusals?code=A-115"),
        new("ShowRefusals", "no code", Guest.Manager, "/desk/board/refusals?code=none", 400),
        new("ExportBoard", "a figure that is none", Guest.Manager, "/desk/board/export?figure=none", 400),
    ];
}
