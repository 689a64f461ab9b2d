using System.Text.Json;
using Archive.ReadingRoom.Audit;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Disclosing;

/// <summary>An administrator sets what strangers may know of an agency's conditional records, from today or a later day on.</summary>
public sealed class SetDisclosure(TransferDesk desk, DisclosureTable disclosures, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Answers the decision: 201, or 200 where the same was the last said for that day already.</summary>
    [Function(nameof(SetDisclosure))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agencies/{agency}/disclosures")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(SetDisclosure), request, agency, async (known, caller) =>
        {
            if (await OfficersDesk.Body(request, DisclosureJson.Letters.DisclosureRequestBody, stop) is not { } body)
                return Problems.Of(ProblemCode.BodyInvalid, request);

            var (now, today) = (clock.GetUtcNow(), Today.Of(clock.GetUtcNow()));
            var said = body.ToPolicy(known.Code, caller, now);
            if (said.Errors(today) is [var wrong, ..])
                return Problems.Of(ProblemCode.PolicyInvalid, request, JsonNamingPolicy.CamelCase.ConvertName(wrong));

            await audit.Note(AuditAct.AddedPolicy, caller, known.Code.Value, FormattableString.Invariant($"shows={body.Shows}; from={said.InForceFrom:yyyy-MM-dd}"), stop);
            var (policy, isNew) = await disclosures.Add(said, stop);
            var status = isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
            return new JsonResult<DisclosureBody>(DisclosureBody.Of(policy, policy.InForceFrom == today), DisclosureJson.Letters.DisclosureBody, status) { Headers = Caching.Never };
        });
}
