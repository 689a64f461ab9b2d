using Archive.ReadingRoom.Deliveries;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>The page of a delivery: a reading copy is read in it, everything else is downloaded from it, until its term is over.</summary>
public sealed class ShowDelivery(DeliveryDesk desk)
{
    /// <summary>Shows it to the reader it was made for.</summary>
    [Function(nameof(ShowDelivery))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/deliveries/{delivery}")] HttpRequest request, string delivery, CancellationToken stop) =>
        desk.Answer(nameof(ShowDelivery), request, delivery, (frame, access) => Task.FromResult<IResult>(access switch
        {
            DeliveryAccess.Open open => new PageResult<DeliveryPage>(frame, open),
            DeliveryAccess.Over over => new PageResult<DeliveryOverPage>(frame, over, ProblemCode.DeliveryOver.Status),
            _ => throw new InvalidOperationException($"{access} has no page."),
        }), stop);
}
