using System.Globalization;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Transfer.Receipts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>An officer, or an archivist, takes a receipt home: byte for byte the file both sides signed.</summary>
public sealed class GetReceipt(TransferDesk desk, ReceiptBook receipts)
{
    /// <summary>Answers the file.</summary>
    [Function(nameof(GetReceipt))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/receipts/{sequence}")] HttpRequest request, string agency, string sequence, CancellationToken stop) =>
        desk.Answer(nameof(GetReceipt), request, agency, async (known, _) =>
        {
            if (!int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1
                || await receipts.OpenIfThere(known.Code, number, stop) is not { } file)
                return Problems.Of(ProblemCode.NotFound, request);
            return Results.File(file, "application/json", $"{known.Code}-{number:D6}.json");
        });
}
