using Archive.ReadingRoom.Requests;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>What a list of requests shows.</summary>
/// <param name="Requests">The requests, in their order.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
/// <param name="Rules">For the days by which they are to be answered.</param>
/// <param name="Today">The day, Asia/Ho_Chi_Minh.</param>
public sealed record RequestListSheet(IReadOnlyList<CopyRequest> Requests, string? Continuation, RequestRules Rules, DateOnly Today);
