using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An officer, or an archivist, reads what an agency was told about its transfers.</summary>
public sealed class ListNotices(TransferDesk desk, NoticeTable notices)
{
    /// <summary>Answers a page, newest first. A page may be shorter than asked for, and the next still follow.</summary>
    [Function(nameof(ListNotices))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/notices")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(ListNotices), request, agency, async (known, caller) =>
        {
            if (TransferDesk.Size(request) is not { } size)
                return Problems.Of(ProblemCode.ParameterInvalid, request, "size");
            if (TransferDesk.Continuation(request) is { } given && !NoticeTable.IsContinuation(given))
                return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");

            var page = await notices.Of(known.Code, TransferDesk.Continuation(request), size, stop);
            var told = await desk.Visible(page.Notices.Select(notice => notice.RecordId), caller, stop);
            var body = new NoticeListBody(
                [.. page.Notices.Where(notice => told.ContainsKey(notice.RecordId)).Select(notice => NoticeBody.Of(notice, RecordView.TitleOf(told[notice.RecordId]), Words.LanguageOf(request)))],
                page.Continuation);
            return new JsonResult<NoticeListBody>(body, TransferJson.Letters.NoticeListBody) { Headers = Caching.Never };
        });
}
