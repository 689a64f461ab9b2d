using Archive.Accession;
using Archive.Records;
using ArchiveFunctions.Accession;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>What became of one upload: where it stands, what was found in it and how to mend that, the records it became, and what to do next.</summary>
public sealed class ShowUpload(PageDesk desk, UploadTable uploads, TransferDesk records)
{
    /// <summary>Shows it.</summary>
    [Function(nameof(ShowUpload))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/agencies/{agency}/uploads/{uploadId}")] HttpRequest request, string agency, string uploadId, CancellationToken stop) =>
        desk.AnswerOf(nameof(ShowUpload), request, agency, async (frame, known) =>
            UploadTable.IsId(uploadId) && await uploads.FindById(known.Code, uploadId, stop) is { Upload: var upload }
                ? new PageResult<UploadSheet>(frame, new UploadView(known, upload, [.. (await records.Visible(upload.RecordIds, frame.Caller, stop)).Values]))
                : PageDesk.Problem(frame, ProblemCode.NotFound));
}

/// <summary>What an upload's page shows.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Upload">The upload.</param>
/// <param name="Records">The records it became that the officer may see.</param>
public sealed record UploadView(Agency Agency, Upload Upload, IReadOnlyList<ArchiveRecord> Records);
