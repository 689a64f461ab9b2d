using System.Text.Json;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An administrator asks what a policy would do and, with <c>apply=true</c>, adds it. A policy that is there is never changed.</summary>
public sealed class AddTransferPolicy(ReadingDesk desk, PolicyTable policies, PolicyPreview preview, AuditTrail audit)
{
    /// <summary>Answers the effect, or 201 for the policy added: clocks are set by it from its first day on (<see cref="AnnouncePolicy"/>).</summary>
    [Function(nameof(AddTransferPolicy))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/transfer-policies")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(AddTransferPolicy), request, async caller =>
        {
            if (request.Query["apply"].ToString() is not ("" or "true" or "false"))
                return Problems.Of(ProblemCode.ParameterInvalid, request, "apply");
            if (await OfficersDesk.Body(request, TransferJson.Letters.PolicyBody, stop) is not { } body)
                return Problems.Of(ProblemCode.BodyInvalid, request);

            var policy = body.ToPolicy();
            if (policy.Errors() is [var wrong, ..])
                return Problems.Of(ProblemCode.PolicyInvalid, request, JsonNamingPolicy.CamelCase.ConvertName(wrong));

            // Of two that begin on one day nobody could say which is in force.
            if ((await policies.All(stop)).Any(known => known.InForceFrom == policy.InForceFrom && known.Id != policy.Id))
                return Problems.Of(ProblemCode.PolicyInvalid, request, "inForceFrom");
            return request.Query["apply"] == "true" ? await Add(request, policy, caller, stop) : await Tell(request, policy, stop);
        });

    private async Task<IResult> Add(HttpRequest request, TransferPolicy policy, Caller caller, CancellationToken stop)
    {
        await audit.Note(AuditAct.AddedPolicy, caller, policy.Id, null, stop);
        return await policies.Add(policy, stop)
            ? Body(new PolicyEffectBody(policy.Id, true, null, null, null, null, null, null), StatusCodes.Status201Created)
            : Problems.Of(ProblemCode.PolicyExists, request);
    }

    private async Task<IResult> Tell(HttpRequest request, TransferPolicy policy, CancellationToken stop)
    {
        var continuation = TransferDesk.Continuation(request);
        if (continuation is not null && !RecordId.TryParse(continuation, out _))
            return Problems.Of(ProblemCode.ContinuationInvalid, request, "continuation");
        if ((await policies.All(stop)).Any(known => known.Id == policy.Id))
            return Problems.Of(ProblemCode.PolicyExists, request);

        var (effect, day, rest) = await preview.Of(policy, continuation, stop);
        var agencies = effect.Agencies.Select(agency => new AgencyEffectBody(agency.Agency.Value, agency.Moved, agency.Overdue));
        return Body(new PolicyEffectBody(policy.Id, false, day, effect.Moved, effect.Overdue, effect.OverdueIds, [.. agencies], rest), StatusCodes.Status200OK);
    }

    private static JsonResult<PolicyEffectBody> Body(PolicyEffectBody body, int status) => new(body, TransferJson.Letters.PolicyEffectBody, status) { Headers = Caching.Never };
}
