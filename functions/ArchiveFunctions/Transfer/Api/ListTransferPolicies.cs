using Archive.ReadingRoom;
using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>By which rules due days are set, now, before and to come.</summary>
public sealed class ListTransferPolicies(TransferDesk desk, PolicyTable policies, TimeProvider clock)
{
    private static readonly Role[] Readers = [Role.Officer, Role.Archivist, Role.Manager, Role.Administrator];

    /// <summary>Answers every policy, the latest first.</summary>
    [Function(nameof(ListTransferPolicies))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/transfer-policies")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerAny(request, Readers, async _ =>
        {
            var inForce = await policies.InForce(Today.Of(clock.GetUtcNow()), stop);
            var all = (await policies.All(stop)).OrderByDescending(policy => policy.InForceFrom).ThenBy(policy => policy.Id, StringComparer.Ordinal);
            var body = new PolicyListBody([.. all.Select(policy => PolicyBody.Of(policy, policy.Id == inForce.Id))]);
            return new JsonResult<PolicyListBody>(body, TransferJson.Letters.PolicyListBody) { Headers = Caching.Never };
        });
}
