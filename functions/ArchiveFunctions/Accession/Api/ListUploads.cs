using System.Globalization;
using Archive.Accession;
using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Accession.Api;

/// <summary>An officer looks through the agency's uploads, newest first, or asks for the one that came as a certain blob.</summary>
public sealed class ListUploads(OfficersDesk desk, UploadTable uploads, Inbox inbox)
{
    private const int UsualSize = 50;

    /// <summary>Answers a page of uploads; with <c>blob</c>, the one upload.</summary>
    [Function(nameof(ListUploads))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/uploads")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(ListUploads), request, agency, async known => request.Query["blob"] is [{ Length: > 0 } blob]
            ? await OfBlob(request, known.Code, blob, stop)
            : await Page(request, known.Code, stop));

    /// <summary>The blob may be named from the container, from the agency's folder, or below it; a file of a package's folder stands for the folder. It may have arrived without having been taken up yet.</summary>
    private async Task<IResult> OfBlob(HttpRequest request, AgencyCode agency, string blob, CancellationToken stop)
    {
        var name = Below(Below(blob, "inbox/"), $"{agency}/");
        var row = await uploads.Find(agency.Value, PackageFolder.Of(name) ?? name, stop);
        var known = row.Tag is not null || await IsThere(agency, name, stop);
        return known
            ? new JsonResult<UploadBody>(UploadBody.Of(row.Upload, Words.LanguageOf(request)), AccessionJson.Letters.UploadBody) { Headers = Caching.Never }
            : Problems.Of(ProblemCode.NotFound, request);
    }

    private async Task<bool> IsThere(AgencyCode agency, string name, CancellationToken stop) => PackageFolder.Of(name) is { } folder
        ? await inbox.List(UploadName.Join(agency.Value, folder), stop).AnyAsync(stop)
        : UploadName.IsSafe(name) && await inbox.Blob(agency.Value, name).ExistsAsync(stop);

    private async Task<IResult> Page(HttpRequest request, AgencyCode agency, CancellationToken stop)
    {
        if (!TrySize(request.Query["size"], out var size))
            return Problems.Of(ProblemCode.ParameterInvalid, request, "size");
        if (!TryStatus(request.Query["status"], out var status))
            return Problems.Of(ProblemCode.ParameterInvalid, request, "status");

        string? continuation = request.Query["continuation"];
        if (!string.IsNullOrEmpty(continuation) && !UploadTable.IsContinuation(continuation))
            return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");

        var page = await uploads.List(agency, status, continuation, size, stop);
        var body = new UploadListBody([.. page.Uploads.Select(upload => UploadBody.Of(upload, Words.LanguageOf(request)))], page.Continuation);
        return new JsonResult<UploadListBody>(body, AccessionJson.Letters.UploadListBody) { Headers = Caching.Never };
    }

    private static string Below(string blob, string folder) => blob.StartsWith(folder, StringComparison.Ordinal) ? blob[folder.Length..] : blob;

    private static bool TrySize(string? text, out int size)
    {
        size = UsualSize;
        return string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= 100);
    }

    internal static bool TryStatus(string? text, out UploadStatus? status)
    {
        // By its name alone: Enum.TryParse takes numbers and lists too.
        status = Enum.GetValues<UploadStatus>().Where(known => known.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)).Cast<UploadStatus?>().FirstOrDefault();
        return string.IsNullOrEmpty(text) || status is not null;
    }
}
