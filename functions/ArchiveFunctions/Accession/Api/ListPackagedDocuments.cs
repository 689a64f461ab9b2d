using System.Globalization;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Accession.Api;

/// <summary>An officer looks through what became of a package's documents, in the package's order.</summary>
public sealed class ListPackagedDocuments(OfficersDesk desk, UploadTable uploads)
{
    private const int UsualSize = 100;

    /// <summary>Answers a page of them. An upload that is no package has none.</summary>
    [Function(nameof(ListPackagedDocuments))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/uploads/{uploadId}/documents")] HttpRequest request,
        string agency,
        string uploadId,
        CancellationToken stop) => desk.Answer(nameof(ListPackagedDocuments), request, agency, async known =>
        {
            if (!UploadTable.IsId(uploadId) || await uploads.FindById(known.Code, uploadId, stop) is null)
                return Problems.Of(ProblemCode.NotFound, request);
            if (!TryAfter(request.Query["continuation"], out var after))
                return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");

            var page = await uploads.Documents(known.Code, uploadId, after, UsualSize, stop);
            var body = new UploadListBody([.. page.Select(upload => UploadBody.Of(upload, Words.LanguageOf(request)))], After(page));
            return new JsonResult<UploadListBody>(body, AccessionJson.Letters.UploadListBody) { Headers = Caching.Never };
        });

    /// <summary>A continuation is the place of the last document seen.</summary>
    internal static bool TryAfter(string? text, out int after)
    {
        after = 0;
        return string.IsNullOrEmpty(text) || (text.Length <= 7 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after));
    }

    private static string? After(IReadOnlyList<Archive.Accession.Upload> page) =>
        page.Count == UsualSize ? page[^1].Within!.Ordinal.ToString(CultureInfo.InvariantCulture) : null;
}
