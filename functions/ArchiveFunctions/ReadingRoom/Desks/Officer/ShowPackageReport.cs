using Archive.Accession;
using Archive.Packages.Rules;
using Archive.Records;
using ArchiveFunctions.Accession;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>What checking a package found, as a page: every rule that is not kept, and where.</summary>
public sealed class ShowPackageReport(PageDesk desk, UploadTable uploads, Submissions submissions)
{
    /// <summary>Shows it.</summary>
    [Function(nameof(ShowPackageReport))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/agencies/{agency}/uploads/{uploadId}/report")] HttpRequest request, string agency, string uploadId, CancellationToken stop) =>
        desk.AnswerOf(nameof(ShowPackageReport), request, agency, async (frame, known) =>
            UploadTable.IsId(uploadId) && await uploads.FindById(known.Code, uploadId, stop) is { Upload: var upload } && await submissions.ReportOn(upload, stop) is { } report
                ? new PageResult<PackageReportPage>(frame, new PackageReportView(known, upload, ReportJson.Read(report)))
                : PageDesk.Problem(frame, ProblemCode.NotFound));
}

/// <summary>What the page of a report shows.</summary>
/// <param name="Agency">Whose package it is.</param>
/// <param name="Upload">The package.</param>
/// <param name="Report">What was found.</param>
public sealed record PackageReportView(Agency Agency, Upload Upload, PackageReport Report)
{
    /// <summary>Findings on the page: a page stays small, the file names them all.</summary>
    public const int Most = 200;
}
