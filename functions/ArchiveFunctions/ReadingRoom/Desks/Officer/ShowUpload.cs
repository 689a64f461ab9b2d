using Archive.Accession;
using Archive.Records;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Accession.Api;
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
        {
            if (!UploadTable.IsId(uploadId) || await uploads.FindById(known.Code, uploadId, stop) is not { Upload: var upload })
                return PageDesk.Problem(frame, ProblemCode.NotFound);
            if (!ListPackagedDocuments.TryAfter(frame.Query.GetValueOrDefault("continuation"), out var after))
                return PageDesk.Problem(frame, ProblemCode.ContinuationInvalid);

            var package = upload.Unpacked is null ? null : await OfPackage(known, upload, after, stop);
            return new PageResult<UploadSheet>(frame, new UploadView(known, upload, [.. (await records.Visible(upload.RecordIds, frame.Caller, stop)).Values], package));
        });

    private async Task<PackageView> OfPackage(Agency agency, Upload upload, int after, CancellationToken stop) => new(
        await uploads.Progress(agency.Code, upload.Id, stop), await uploads.Documents(agency.Code, upload.Id, after, PackageView.Size, stop));
}

/// <summary>What an upload's page shows.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Upload">The upload.</param>
/// <param name="Records">The records it became that the officer may see.</param>
/// <param name="Package">Its documents, for a package that was taken apart.</param>
public sealed record UploadView(Agency Agency, Upload Upload, IReadOnlyList<ArchiveRecord> Records, PackageView? Package);

/// <summary>What an upload's page shows of a package.</summary>
/// <param name="Progress">How many of its documents stand where.</param>
/// <param name="Documents">A page of them, in the package's order.</param>
public sealed record PackageView(IReadOnlyDictionary<UploadStatus, int> Progress, IReadOnlyList<Upload> Documents)
{
    /// <summary>Documents on a page.</summary>
    public const int Size = 30;
}
