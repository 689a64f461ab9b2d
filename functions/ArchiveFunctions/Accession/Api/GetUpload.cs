using Archive.Accession;
using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Accession.Api;

/// <summary>An officer asks what became of an upload.</summary>
public sealed class GetUpload(OfficersDesk desk, UploadTable uploads)
{
    /// <summary>Answers the upload, or 404 for one that never was.</summary>
    [Function(nameof(GetUpload))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/uploads/{uploadId}")] HttpRequest request,
        string agency,
        string uploadId,
        CancellationToken stop) => desk.Answer(nameof(GetUpload), request, agency, async known =>
            UploadTable.IsId(uploadId) && await uploads.FindById(known.Code, uploadId, stop) is { } row
                ? new JsonResult<UploadBody>(UploadBody.Of(row.Upload, Words.LanguageOf(request), await Progress(row.Upload, stop)), AccessionJson.Letters.UploadBody) { Headers = Caching.Never }
                : Problems.Of(ProblemCode.NotFound, request));

    private async Task<IReadOnlyDictionary<UploadStatus, int>?> Progress(Upload upload, CancellationToken stop) =>
        upload.Unpacked is null ? null : await uploads.Progress(AgencyCode.Parse(upload.Folder), upload.Id, stop);
}
