using Archive.ReadingRoom;
using Archive.ReadingRoom.Deliveries;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>A line of the register.</summary>
/// <param name="Delivery">The copy.</param>
/// <param name="Title">What its record is called; null where it may not be spoken of any more.</param>
public sealed record IssuedCopy(Delivery Delivery, string? Title);

/// <summary>A page of the register.</summary>
/// <param name="Copies">Its lines.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
public sealed record IssuedCopiesView(IReadOnlyList<IssuedCopy> Copies, string? Continuation);

/// <summary>The register of issued copies, for archivists: what was made of which record on which request, what could not be, and when it ends.</summary>
public sealed class ShowIssuedCopies(PageDesk desk, DeliveryTable deliveries, RecordReader records, TimeProvider clock)
{
    private const int Lines = 50;

    /// <summary>Shows a page of it, newest first.</summary>
    [Function(nameof(ShowIssuedCopies))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/deliveries")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowIssuedCopies), request, async frame =>
        {
            var after = request.Query["continuation"].ToString();
            if (after.Length > 0 && !DeliveryTable.IsContinuation(after))
                return PageDesk.Problem(frame, ProblemCode.ContinuationInvalid);

            var list = await Limit.Within(ending => deliveries.All(after.Length > 0 ? after : null, Lines, ending), clock, stop);
            var copies = await Task.WhenAll(list.Deliveries.Select(async delivery => new IssuedCopy(delivery, await TitleOf(delivery, frame.Caller, stop))));
            return new PageResult<IssuedCopiesPage>(frame, new IssuedCopiesView(copies, list.Continuation));
        });

    private async Task<string?> TitleOf(Delivery delivery, Caller caller, CancellationToken stop) =>
        await records.Find(RecordId.Parse(delivery.RecordId), stop) is { } found && Visibility.MaySeeMetadata(found.Record, caller) ? RecordView.TitleOf(found.Record) : null;
}
