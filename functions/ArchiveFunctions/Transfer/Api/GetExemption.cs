using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>Whoever may propose an exemption reads what has been proposed.</summary>
public sealed class GetExemption(TransferDesk desk, RecordTable records)
{
    /// <summary>Answers the exemption, proposed or in force; 404 where there is none.</summary>
    [Function(nameof(GetExemption))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records/{id}/exemption")] HttpRequest request, string id, CancellationToken stop) =>
        desk.AnswerOf(nameof(GetExemption), request, id, async (record, _) => await records.Find(record, stop) is { Record.Exemption: { } exemption }
            ? ExemptionAnswers.Of(record, exemption, StatusCodes.Status200OK)
            : Problems.Of(ProblemCode.NotFound, request));
}
