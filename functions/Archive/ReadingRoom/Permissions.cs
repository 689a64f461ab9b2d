using System.Collections.Frozen;
using Archive.Records;

namespace Archive.ReadingRoom;

/// <summary>
/// Who may do what over HTTP: the one table that the desks ask, that every route is tried against with every role, and that
/// <c>docs/roles.md</c> shows. What no row allows is refused.
/// </summary>
public static class Permissions
{
    /// <summary>Every act, by what it is about.</summary>
    public static readonly IReadOnlyList<Permission> All =
    [
        Open("GetHealth", Scope.City),
        Open("GetOpenApi", Scope.City),
        Open("SignIn", Scope.City),
        Open("SignedIn", Scope.City),
        Open("SignOut", Scope.City),
        Open("ListAgencies", Scope.City),
        Open("SearchRecords", Scope.City),
        Open("ShowSearch", Scope.City),
        Open("ExportList", Scope.City),
        Open("ShowBrowse", Scope.City),
        Open("ShowVerification", Scope.City),
        Open("GetVerification", Scope.City),
        Open("GetDigestScript", Scope.City),
        Only("ShowDelivery", Scope.City, Role.Reader, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Only("GetDeliveryContent", Scope.City, Role.Reader, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Only("ShowIssuedCopies", Scope.City, Role.Archivist),
        Only("ListSearches", Scope.City, Role.Reader, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Only("KeepSearch", Scope.City, Role.Reader, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Only("ChangeSearch", Scope.City, Role.Reader, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Only("ListAudit", Scope.City, Role.Administrator),
        Only("ShowAudit", Scope.City, Role.Administrator),
        Only("ExportAudit", Scope.City, Role.Administrator),
        Only("CheckAudit", Scope.City, Role.Administrator),
        Only("ShowDesk", Scope.City, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Open("GetDeskScript", Scope.City),
        Only("RebuildCatalogue", Scope.City, Role.Administrator),
        Only("ListTransferPolicies", Scope.City, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Only("AddTransferPolicy", Scope.City, Role.Administrator),
        Only("GetTransferFigure", Scope.City, Role.Archivist, Role.Manager, Role.Administrator),
        Only("ShowAccount", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("TakeAccount", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("ShowAsk", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("ShowRequests", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("TakeRequest", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("ShowRequest", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("TakeWithdrawal", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("GetAccount", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("SaveAccount", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("AskForCopies", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("ListRequests", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("GetRequest", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("WithdrawRequest", Scope.City, Role.Reader, Role.Officer, Role.Archivist),
        Only("ShowRequestQueue", Scope.City, Role.Archivist),
        Only("ShowRequestCase", Scope.City, Role.Archivist),
        Only("TakeDecision", Scope.City, Role.Archivist),
        Only("TakePayment", Scope.City, Role.Archivist),
        Only("ListOpenRequests", Scope.City, Role.Archivist),
        Only("DecideRequest", Scope.City, Role.Archivist),
        Only("ConfirmPayment", Scope.City, Role.Archivist),
        Only("ShowAcceptances", Scope.City, Role.Archivist),
        Only("ShowReviewQueue", Scope.City, Role.Archivist),
        Only("ShowBoard", Scope.City, Role.Archivist, Role.Manager, Role.Administrator),
        Only("ExportBoard", Scope.City, Role.Archivist, Role.Manager, Role.Administrator),
        Only("ShowOverdue", Scope.City, Role.Archivist, Role.Manager, Role.Administrator),
        Only("ShowRefusals", Scope.City, Role.Archivist, Role.Manager, Role.Administrator),

        Open("GetDossier", Scope.Agency),
        Open("GetDossierBag", Scope.Agency),
        Open("OpenDossier", Scope.Agency),
        Only("RegisterAgency", Scope.Agency, Role.Administrator),
        Only("ListDisclosures", Scope.Agency, Role.Officer, Role.Archivist, Role.Administrator),
        Only("SetDisclosure", Scope.Agency, Role.Administrator),
        Only("OpenUploadSlot", Scope.Agency, Role.Officer),
        Only("ListUploads", Scope.Agency, Role.Officer),
        Only("GetUpload", Scope.Agency, Role.Officer),
        Only("ListPackagedDocuments", Scope.Agency, Role.Officer),
        Only("GetPackageReport", Scope.Agency, Role.Officer),
        Only("GetTransferSchedule", Scope.Agency, Role.Officer, Role.Archivist),
        Only("GetTransferForecast", Scope.Agency, Role.Officer, Role.Archivist, Role.Manager),
        Only("ListNotices", Scope.Agency, Role.Officer, Role.Archivist),
        Only("GetAgencyTransferFigure", Scope.Agency, Role.Officer, Role.Archivist, Role.Manager),
        Only("GetDossierReadiness", Scope.Agency, Role.Officer),
        Only("TransferEarly", Scope.Agency, Role.Officer),
        Only("ListTransfers", Scope.Agency, Role.Officer, Role.Archivist, Role.Manager),
        Only("DecideTransfer", Scope.Agency, Role.Archivist),
        Only("ListPermits", Scope.Agency, Role.Officer, Role.Archivist),
        Only("AskRelease", Scope.Agency, Role.Officer),
        Only("ListReceipts", Scope.Agency, Role.Officer, Role.Archivist),
        Only("GetReceipt", Scope.Agency, Role.Officer, Role.Archivist),
        Only("ShowAgencyDesk", Scope.Agency, Role.Officer),
        Only("ShowUploading", Scope.Agency, Role.Officer),
        Only("ShowUploads", Scope.Agency, Role.Officer),
        Only("ShowUpload", Scope.Agency, Role.Officer),
        Only("ShowPackageReport", Scope.Agency, Role.Officer),
        Only("ShowSchedule", Scope.Agency, Role.Officer),
        Only("ShowDossier", Scope.Agency, Role.Officer),
        Only("HandOverEarly", Scope.Agency, Role.Officer),
        Only("ShowReceipts", Scope.Agency, Role.Officer),
        Only("ShowAcceptance", Scope.Agency, Role.Archivist),
        Only("DecideAcceptance", Scope.Agency, Role.Archivist),

        Open("GetRecord", Scope.Record),
        Open("GetRecordContent", Scope.Record),
        Open("GetRecordBag", Scope.Record),
        Open("GetRecordHistory", Scope.Record),
        Open("ShowRecord", Scope.Record),
        Only("GetExemption", Scope.Record, Role.Officer, Role.Archivist),
        Only("ProposeExemption", Scope.Record, Role.Officer, Role.Archivist),
        Only("ConfirmExemption", Scope.Record, Role.Archivist),
        Only("ProposeRevocation", Scope.Record, Role.Officer, Role.Archivist),
        Only("ConfirmRevocation", Scope.Record, Role.Archivist),
        Only("OrderHold", Scope.Record, Role.Archivist),
        Only("LiftHold", Scope.Record, Role.Archivist),
        Only("ShowReview", Scope.Record, Role.Archivist),
        Only("ReviewRecord", Scope.Record, Role.Archivist),
    ];

    private static readonly FrozenDictionary<string, Permission> ByAct = All.ToFrozenDictionary(permission => permission.Act);

    /// <summary>Whether a caller may do an act; nobody may do one that has no row.</summary>
    /// <param name="act">The name of the function.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="agency">The agency it is about, or that of the record it is about; null where it is about none.</param>
    public static bool May(string act, Caller caller, AgencyCode? agency) => ByAct.TryGetValue(act, out var permission) && permission.May(caller, agency);

    private static Permission Open(string act, Scope scope) => new(act, scope, true, []);

    private static Permission Only(string act, Scope scope, params Role[] roles) => new(act, scope, false, roles);
}
