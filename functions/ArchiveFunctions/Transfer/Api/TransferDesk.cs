using System.Globalization;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>
/// Where callers are received about transfers: an agency's own officers, and the staff. Nobody else learns that the agency is
/// registered.
/// </summary>
public sealed class TransferDesk(ReadingDesk desk, Refusals refusals, AgencyRegister agencies, RecordReader records)
{
    private const int UsualSize = 50;

    /// <summary>Answers callers who may do the act; others are told to sign in, or that they may not.</summary>
    public Task<IResult> Answer(string act, HttpRequest request, string agency, Func<Agency, Caller, ValueTask<IResult>> answer) => desk.Answer(request, async caller =>
    {
        if (!AgencyCode.TryParse(agency, out var code) || !Permissions.May(act, caller, code))
            return await refusals.MayNot(act, caller, request, agency);
        return await agencies.Find(agency, request.HttpContext.RequestAborted) is { } known
            ? await answer(known, caller)
            : Problems.Of(ProblemCode.AgencyUnknown, request);
    });

    /// <summary>
    /// Answers about one record. A caller who may not see it is told what is told when there is none; one who may see it and not do this is told so.
    /// </summary>
    public Task<IResult> AnswerOf(string act, HttpRequest request, string id, Func<RecordId, Caller, ValueTask<IResult>> answer) => desk.Answer(request, async caller =>
    {
        var found = RecordId.TryParse(id, out var parsed)
            ? await records.FindFor(parsed, record => Visibility.MaySeeMetadata(record, caller), request.HttpContext.RequestAborted)
            : null;
        if (found is null)
            return await refusals.NotThere(act, caller, request, id);
        return Permissions.May(act, caller, found.Record.Agency) ? await answer(parsed, caller) : await refusals.MayNot(act, caller, request, id);
    });

    /// <summary>Those of the records the caller may see, by id. The others are missing: a list leaves them out.</summary>
    public async Task<IReadOnlyDictionary<string, ArchiveRecord>> Visible(IEnumerable<string> ids, Caller caller, CancellationToken stop)
    {
        var found = await Task.WhenAll(ids.Distinct().Select(id => records.Find(RecordId.Parse(id), stop).AsTask()));
        return found.OfType<ReadableRecord>().Where(readable => Visibility.MaySeeMetadata(readable.Record, caller))
            .ToDictionary(readable => readable.Record.Id.Value, readable => readable.Record);
    }

    /// <summary>How many items a page is to have; null when that makes no sense.</summary>
    internal static int? Size(HttpRequest request) => request.Query["size"].ToString() is { Length: > 0 } text
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= 100 ? size : null
        : UsualSize;

    /// <summary>Where the page starts; null at the beginning.</summary>
    internal static string? Continuation(HttpRequest request) => request.Query["continuation"].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A month as <c>yyyy-MM</c>, by its first day.</summary>
    internal static DateOnly? Month(string? text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
