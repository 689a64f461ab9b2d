using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.Accession.Api;

/// <summary>Where officers of an agency are received: nobody else learns what an agency uploads, not even that the agency is registered.</summary>
public sealed class OfficersDesk(ReadingDesk desk, Refusals refusals, AgencyRegister agencies)
{
    /// <summary>Room for the largest sidecar and its escapes.</summary>
    private const int LongestBody = 128 << 10;

    /// <summary>Answers callers who may do the act; others are told to sign in, or that they may not.</summary>
    public Task<IResult> Answer(string act, HttpRequest request, string agency, Func<Agency, ValueTask<IResult>> answer) => desk.Answer(request, async caller =>
    {
        if (!AgencyCode.TryParse(agency, out var code) || !Permissions.May(act, caller, code))
            return await refusals.MayNot(act, caller, request, agency);
        return await agencies.Find(agency, request.HttpContext.RequestAborted) is { } known
            ? await answer(known)
            : Problems.Of(ProblemCode.AgencyUnknown, request);
    });

    /// <summary>A request's JSON body, or null when it is none: too large, not JSON, or not of this form. No more than the limit is read.</summary>
    internal static async Task<T?> Body<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken stop)
        where T : class
    {
        var buffer = new byte[LongestBody + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
        if (read > LongestBody)
            return null;

        try
        {
            return JsonSerializer.Deserialize(buffer.AsSpan(0, read), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
