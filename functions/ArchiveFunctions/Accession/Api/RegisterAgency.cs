using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Accession.Api;

/// <summary>An administrator registers an agency, or changes what is said of it. From then on its folder of the inbox is taken in.</summary>
public sealed class RegisterAgency(ReadingDesk desk, AgencyRegister agencies, AuditTrail audit)
{
    /// <summary>Answers the agency as it now stands; done twice, it is done once.</summary>
    [Function(nameof(RegisterAgency))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agencies/{agency}")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.AnswerOnly(nameof(RegisterAgency), request, async caller =>
        {
            if (!AgencyCode.TryParse(agency, out var code))
                return Problems.Of(ProblemCode.ParameterInvalid, request, "agency");
            if (await OfficersDesk.Body(request, AccessionJson.Letters.AgencyRequestBody, stop) is not { Name.Length: > 0 and <= 200 } body || body.EnglishName?.Length > 200)
                return Problems.Of(ProblemCode.BodyInvalid, request);

            var registered = new Agency(code, Vietnamese.Compose(body.Name), body.EnglishName ?? body.Name);
            await audit.Note(AuditAct.RegisteredAgency, caller, code.Value, $"{registered.Name}; {registered.EnglishName}", stop);
            await agencies.Register([registered], stop);
            return new JsonResult<AgencyBody>(
                new AgencyBody(code.Value, registered.Name, registered.EnglishName), AccessionJson.Letters.AgencyBody) { Headers = Caching.Never };
        });
}
