using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>By which rules due days are set, now, before and to come.</summary>
public sealed class ListTransferPolicies(ReadingDesk desk, PolicyTable policies, TimeProvider clock)
{
    /// <summary>Answers every policy, the latest first.</summary>
    [Function(nameof(ListTransferPolicies))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/transfer-policies")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ListTransferPolicies), request, async _ =>
        {
            var inForce = await policies.InForce(Today.Of(clock.GetUtcNow()), stop);
            var all = (await policies.All(stop)).OrderByDescending(policy => policy.InForceFrom).ThenBy(policy => policy.Id, StringComparer.Ordinal);
            var body = new PolicyListBody([.. all.Select(policy => PolicyBody.Of(policy, policy.Id == inForce.Id))]);
            return new JsonResult<PolicyListBody>(body, TransferJson.Letters.PolicyListBody) { Headers = Caching.Never };
        });
}
