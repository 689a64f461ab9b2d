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
        Only("ListSearches", Scope.City, Role.Reader, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Only("KeepSearch", Scope.City, Role.Reader, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Only("ChangeSearch", Scope.City, Role.Reader, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Only("ListAudit", Scope.City, Role.Administrator),
        Only("ShowAudit", Scope.City, Role.Administrator),
        Only("ExportAudit", Scope.City, Role.Administrator),
        Only("CheckAudit", Scope.City, Role.Administrator),
        Only("ShowDesk", Scope.City, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Only("RebuildCatalogue", Scope.City, Role.Administrator),
        Only("ListTransferPolicies", Scope.City, Role.Officer, Role.Archivist, Role.Manager, Role.Administrator),
        Only("AddTransferPolicy", Scope.City, Role.Administrator),
        Only("GetTransferFigure", Scope.City, Role.Archivist, Role.Manager, Role.Administrator),

        Only("RegisterAgency", Scope.Agency, Role.Administrator),
        Only("OpenUploadSlot", Scope.Agency, Role.Officer),
        Only("ListUploads", Scope.Agency, Role.Officer),
        Only("GetUpload", Scope.Agency, Role.Officer),
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

        Open("GetRecord", Scope.Record),
        Open("GetRecordContent", Scope.Record),
        Open("GetRecordHistory", Scope.Record),
        Open("ShowRecord", Scope.Record),
        Only("GetExemption", Scope.Record, Role.Officer, Role.Archivist),
        Only("ProposeExemption", Scope.Record, Role.Officer, Role.Archivist),
        Only("ConfirmExemption", Scope.Record, Role.Archivist),
        Only("ProposeRevocation", Scope.Record, Role.Officer, Role.Archivist),
        Only("ConfirmRevocation", Scope.Record, Role.Archivist),
        Only("OrderHold", Scope.Record, Role.Archivist),
        Only("LiftHold", Scope.Record, Role.Archivist),
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
