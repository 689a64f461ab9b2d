using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Accession.Api;

/// <summary>An officer reads what checking a package found: every place, where the upload names the first ones. The same bytes as of the command <c>check --json</c>.</summary>
public sealed class GetPackageReport(OfficersDesk desk, UploadTable uploads, Submissions submissions)
{
    /// <summary>Answers the report, or 404 for an upload that is no package, or has not been checked yet.</summary>
    [Function(nameof(GetPackageReport))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/uploads/{uploadId}/report")] HttpRequest request,
        string agency,
        string uploadId,
        CancellationToken stop) => desk.Answer(nameof(GetPackageReport), request, agency, async known =>
        {
            if (!UploadTable.IsId(uploadId) || await uploads.FindById(known.Code, uploadId, stop) is not { Upload: var upload } || await submissions.ReportOn(upload, stop) is not { } report)
                return Problems.Of(ProblemCode.NotFound, request);
            return Results.File(report.ToArray(), "application/json", $"{uploadId}.json");
        });
}
