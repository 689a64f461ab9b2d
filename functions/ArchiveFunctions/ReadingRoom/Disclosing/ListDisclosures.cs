using Archive.ReadingRoom;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Disclosing;

/// <summary>What strangers may know of an agency's conditional records, now, before and to come.</summary>
public sealed class ListDisclosures(TransferDesk desk, DisclosureTable disclosures, TimeProvider clock)
{
    /// <summary>Answers every decision, the latest first.</summary>
    [Function(nameof(ListDisclosures))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/disclosures")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(ListDisclosures), request, agency, async (known, _) =>
        {
            var all = await disclosures.Of(known.Code, stop);
            var inForce = DisclosurePolicy.InForce(all, known.Code, Today.Of(clock.GetUtcNow()));
            var body = new DisclosureListBody([.. all.Reverse().Select(policy => DisclosureBody.Of(policy, policy == inForce))]);
            return new JsonResult<DisclosureListBody>(body, DisclosureJson.Letters.DisclosureListBody) { Headers = Caching.Never };
        });
}
