using Archive.Accession;
using Archive.Records;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>An agency's uploads, newest first, of one status or of all.</summary>
public sealed class ShowUploads(PageDesk desk, UploadTable uploads)
{
    private const int Size = 30;

    /// <summary>Shows a page of them.</summary>
    [Function(nameof(ShowUploads))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/agencies/{agency}/uploads")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.AnswerOf(nameof(ShowUploads), request, agency, async (frame, known) =>
        {
            if (!ListUploads.TryStatus(request.Query["status"], out var status))
                return PageDesk.Problem(frame, ProblemCode.ParameterInvalid);
            var continuation = Continuation(request);
            if (continuation is not null && !UploadTable.IsContinuation(continuation))
                return PageDesk.Problem(frame, ProblemCode.ContinuationInvalid);

            return new PageResult<UploadsPage>(frame, new UploadsView(known, status, await uploads.List(known.Code, status, continuation, Size, stop)));
        });

    private static string? Continuation(HttpRequest request) => request.Query["continuation"].ToString() is { Length: > 0 } text ? text : null;
}

/// <summary>What a page of uploads shows.</summary>
/// <param name="Agency">Whose they are.</param>
/// <param name="Status">The one asked for; null for all.</param>
/// <param name="Page">The uploads.</param>
public sealed record UploadsView(Agency Agency, UploadStatus? Status, UploadPage Page);
