using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Catalogue;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Transfer.Receipts;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>A consignment as its agency and the archivists see it.</summary>
internal sealed record TransferBody(
    string Id, string? FileCode, string State, int Count, string Policy, DateTimeOffset FormedAt, DateTimeOffset? VerifiedAt, DateTimeOffset? AcceptedAt, string? DecidedBy, string? Receipt, string? Reason,
    IReadOnlyList<FindingBody> Findings, DateOnly? NextCheck, DateTimeOffset? LastCheckedAt, string? LastCheck, int? FailedFiles, ReleaseBody? Release)
{
    public static TransferBody Of(Consignment one, CultureInfo language) => new(
        one.Id,
        one.FileCode,
        JsonNamingPolicy.CamelCase.ConvertName(one.State.ToString()),
        one.Count,
        one.Policy,
        VietnamTime.At(one.FormedAt),
        At(one.VerifiedAt),
        At(one.AcceptedAt),
        one.DecidedBy,
        one.Receipt is null ? null : $"/api/agencies/{one.Agency}/receipts/{ReceiptBook.SequenceOf(one.Receipt)}",
        one.Reason,
        // That a record is withheld shows nowhere.
        [.. one.Findings.Where(finding => finding.Code != FindingCodes.TransferWithheld.Id).Select(finding => FindingBody.Of(finding, language))],
        one.NextCheck,
        At(one.LastCheck?.At),
        one.LastCheck?.Name,
        one.LastCheck?.Failed,
        one.Release is { } release ? new ReleaseBody(VietnamTime.At(release.At), release.By, At(release.DoneAt)) : null);

    private static DateTimeOffset? At(DateTimeOffset? moment) => moment is { } at ? VietnamTime.At(at) : null;
}

/// <summary>The release of an agency's own copies of a consignment.</summary>
internal sealed record ReleaseBody(DateTimeOffset AskedAt, string AskedBy, DateTimeOffset? DoneAt);

/// <summary>The release permit of one record.</summary>
internal sealed record PermitItemBody(string RecordId, string Title, PermitBody Permit)
{
    public static PermitItemBody Of(ArchiveRecord record, CultureInfo language) => new(record.Id.Value, RecordView.TitleOf(record), PermitBody.Of(record, language)!);
}

/// <summary>A page of a consignment's permits, in the order of its package.</summary>
internal sealed record PermitListBody(IReadOnlyList<PermitItemBody> Items, string? Continuation);

/// <summary>A page of consignments, newest first.</summary>
internal sealed record TransferListBody(IReadOnlyList<TransferBody> Items, string? Continuation);

/// <summary>An archivist's word on a consignment that waits for it.</summary>
internal sealed record DecisionBody(bool? Accept, string? Reason);

/// <summary>A receipt in its agency's chain.</summary>
internal sealed record ReceiptBody(int Sequence, string Consignment, string Url);

/// <summary>An agency's receipts, oldest first.</summary>
internal sealed record ReceiptListBody(IReadOnlyList<ReceiptBody> Items);

/// <summary>Records an agency wants to hand over before their time: named singly, or by their dossier.</summary>
internal sealed record EarlyTransferRequestBody(IReadOnlyList<string>? RecordIds, string? Dossier);

/// <summary>What keeps a record from going early.</summary>
internal sealed record KeptBody(string RecordId, IReadOnlyList<FindingBody> Reasons)
{
    public static KeptBody Of(ArchiveRecord record, IReadOnlyList<Finding> obstacles, CultureInfo language) =>
        new(record.Id.Value, [.. obstacles.Select(reason => FindingBody.Of(reason, language))]);
}

/// <summary>What becomes of a wish to transfer early.</summary>
internal sealed record EarlyTransferBody(IReadOnlyList<string> Waiting, IReadOnlyList<KeptBody> Kept, bool Continues);

/// <summary>Which records of a dossier could go now, and what keeps the others.</summary>
internal sealed record DossierReadinessBody(IReadOnlyList<string> Ready, IReadOnlyList<KeptBody> Kept, string? Continuation);

/// <summary>How these bodies are written, as all of the API's.</summary>
[JsonSerializable(typeof(TransferBody))]
[JsonSerializable(typeof(TransferListBody))]
[JsonSerializable(typeof(PermitListBody))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(ReceiptListBody))]
[JsonSerializable(typeof(EarlyTransferRequestBody))]
[JsonSerializable(typeof(EarlyTransferBody))]
[JsonSerializable(typeof(DossierReadinessBody))]
internal sealed partial class ConsignmentJson : JsonSerializerContext
{
    /// <summary>Vietnamese letters stay letters; the answers are JSON, marked <c>nosniff</c>.</summary>
    public static readonly ConsignmentJson Letters = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
