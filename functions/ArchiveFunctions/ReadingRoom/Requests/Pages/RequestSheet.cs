using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;
using Archive.Records;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>What the page of a request shows: its reader's, and the archivists'.</summary>
/// <param name="Request">The request.</param>
/// <param name="Records">Its records, in its order; null for one that who looks may not see any more.</param>
/// <param name="Rules">Terms, fees and calendar.</param>
/// <param name="Today">The day, Asia/Ho_Chi_Minh.</param>
/// <param name="Notice">A word about what happened, by its key; null where nothing did.</param>
/// <param name="PayAt">Where the reader pays; null where that is the counter.</param>
public sealed record RequestSheet(CopyRequest Request, IReadOnlyList<ArchiveRecord?> Records, RequestRules Rules, DateOnly Today, string? Notice, Uri? PayAt)
{
    /// <summary>The reader's account, for archivists; null where there is none, or for the reader.</summary>
    public ReaderAccount? Account { get; init; }

    /// <summary>What was made of the records, for their reader, in the records' order; null for one of which nothing could be made, empty before anything was.</summary>
    public IReadOnlyList<Delivery?> Deliveries { get; init; } = [];

    /// <summary>What kept an archivist's word from counting; null where nothing did.</summary>
    public ProblemCode? Problem { get; init; }

    /// <summary>What the archivist wrote, to be shown again.</summary>
    public string? Written { get; init; }

    /// <summary>Whether a record has conditions.</summary>
    public bool HasConditions => RequestedRecords.Of(Records).HaveConditions;
}
