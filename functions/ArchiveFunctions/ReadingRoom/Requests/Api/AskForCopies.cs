using Archive.ReadingRoom.Requests;
using ArchiveFunctions.Accession.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>A reader asks to read records, or for copies of them.</summary>
public sealed class AskForCopies(ReadingDesk desk, RequestCounter counter, RequestRules rules)
{
    /// <summary>Answers 201 with the request; 200 to the same sent again under its key.</summary>
    [Function(nameof(AskForCopies))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/requests")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(AskForCopies), request, async caller => await OfficersDesk.Body(request, RequestJson.Letters.CopyRequestFormBody, stop) is { } body
            ? RequestAnswers.Of(await counter.Ask(body.ToForm(), caller, stop), rules, request)
            : Problems.Of(ProblemCode.BodyInvalid, request));
}
