using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer.Receipts;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>What the list of consignments that wait shows.</summary>
/// <param name="Count">How many wait.</param>
/// <param name="Waiting">Those of this page, the oldest first.</param>
/// <param name="Agencies">All agencies, for their names.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
public sealed record AcceptancesView(int Count, IReadOnlyList<Consignment> Waiting, IReadOnlyDictionary<AgencyCode, Agency> Agencies, string? Continuation);

/// <summary>A record of a consignment, as the archivist sees it.</summary>
/// <param name="File">Its content in the package.</param>
/// <param name="Record">The record.</param>
public sealed record ConsignedFile(PackedFile File, ArchiveRecord Record);

/// <summary>What the page of a consignment shows.</summary>
/// <param name="Consignment">It.</param>
/// <param name="Agency">What its agency is called.</param>
/// <param name="Package">How many files its package has and of how many bytes; null until it is packaged.</param>
/// <param name="Records">Its records on this page that the archivist may see.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
/// <param name="Problem">Why the form it answers was not taken, or null.</param>
/// <param name="Reason">What was typed into that form.</param>
public sealed record AcceptanceView(
    Consignment Consignment, string Agency, (int Files, long Bytes)? Package, IReadOnlyList<ConsignedFile> Records, string? Continuation, ProblemCode? Problem = null, string? Reason = null)
{
    /// <summary>Its own address.</summary>
    public string Address => $"/desk/acceptances/{Consignment.Agency}/{Consignment.Id}";

    /// <summary>Where the receipt is, once both sides have signed; null before.</summary>
    public string? Receipt => Consignment.Receipt is { } receipt ? $"/api/agencies/{Consignment.Agency}/receipts/{ReceiptBook.SequenceOf(receipt)}" : null;

    /// <summary>What there is to say of it, in words, without what tells that a record of it is withheld.</summary>
    public IEnumerable<string> Findings(PageWords words) => Consignment.Findings.Where(finding => finding.Code != FindingCodes.TransferWithheld.Id).Select(finding => $"{finding.Code} {Resources.Words.Sentence(finding, words.Language)}");
}
