using Archive.Accession;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Accession;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Api;
using ArchiveFunctions.Transfer.Receipts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>An officer's morning look: what became of the latest uploads, what falls due, what the agency was told, and its last receipts.</summary>
public sealed class ShowAgencyDesk(PageDesk desk, UploadTable uploads, AgencyForecast forecasts, NoticeTable notices, ReceiptBook receipts, TransferDesk records, TimeProvider clock)
{
    /// <summary>Uploads that are counted.</summary>
    public const int Lately = 100;

    private const int Few = 5;

    /// <summary>Shows it.</summary>
    [Function(nameof(ShowAgencyDesk))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/agencies/{agency}")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.AnswerOf(nameof(ShowAgencyDesk), request, agency, async (frame, known) => new PageResult<AgencyDeskPage>(frame, await View(known, frame, stop)));

    private async Task<AgencyDeskView> View(Agency agency, PageFrame frame, CancellationToken stop)
    {
        var (latest, ahead, told, chain) = (
            uploads.List(agency.Code, status: null, continuation: null, Lately, stop),
            forecasts.Of(agency.Code, Today.Of(clock.GetUtcNow()), stop),
            notices.Of(agency.Code, after: null, Few, stop),
            receipts.Chain(agency.Code, stop));
        await Task.WhenAll(latest, ahead, told, chain);
        var noticed = (await told).Notices;
        return new AgencyDeskView(
            agency, (await latest).Uploads.CountBy(upload => upload.Status).ToDictionary(), await ahead, noticed,
            await records.Visible(noticed.Select(notice => notice.RecordId), frame.Caller, stop), [.. (await chain).AsEnumerable().Reverse().Take(Few)]);
    }
}

/// <summary>What an agency's desk shows.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Uploads">How the latest uploads stand.</param>
/// <param name="Forecast">What falls due.</param>
/// <param name="Notices">What the agency was told last.</param>
/// <param name="Records">The records of the notices the officer may see; a notice about another is not shown.</param>
/// <param name="Receipts">The last receipts, newest first.</param>
public sealed record AgencyDeskView(
    Agency Agency, IReadOnlyDictionary<UploadStatus, int> Uploads, Forecast Forecast, IReadOnlyList<Notice> Notices, IReadOnlyDictionary<string, ArchiveRecord> Records, IReadOnlyList<IssuedReceipt> Receipts);
