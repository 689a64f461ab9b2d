using Archive.Catalogue;
using Archive.ReadingRoom.Deliveries;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>What was issued with a code: what the authentication file says, without who received it.</summary>
internal sealed record VerificationBody(string Code, string Status, string Product, string? Archive, DateTimeOffset IssuedAt, DateOnly UseUntil, string Sha256, VerifiedRecordBody? Record)
{
    public static VerificationBody Of(Verification.Issued issued)
    {
        var (delivery, item) = (issued.Delivery, issued.Delivery.Item!);
        return new VerificationBody(
            CopyPaper.Printed(delivery.Code!),
            issued.IsOver ? "over" : "valid",
            System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(delivery.Product.ToString()),
            item.Archive,
            VietnamTime.At(delivery.BegunAt),
            delivery.UseUntil,
            delivery.File!.Sha256,
            issued.ShowsRecord ? new VerifiedRecordBody(item.ArchivalCode, item.Number, item.Type, item.Title, item.Copies, item.OriginalSha256) : null);
    }
}

/// <summary>The record a copy was issued of.</summary>
internal sealed record VerifiedRecordBody(string ArchivalCode, string? Number, string? Type, string Title, int Copies, string OriginalSha256);

/// <summary>Anyone checks an authenticated copy by its code. Nothing is uploaded: who has the file compares its digest.</summary>
public sealed class GetVerification(ReadingDesk desk, Verifier verifier)
{
    /// <summary>Answers what was issued.</summary>
    [Function(nameof(GetVerification))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/verifications/{code}")] HttpRequest request, string code, CancellationToken stop) =>
        desk.Answer(request, async _ => await verifier.Verify(code, stop) switch
        {
            Verification.Issued issued => new JsonResult<VerificationBody>(VerificationBody.Of(issued), ReadingRoomJson.Letters.VerificationBody) { Headers = Caching.Never },
            Verification.Unknown => Problems.Of(ProblemCode.VerificationUnknown, request),
            _ => Problems.Of(ProblemCode.VerificationMistyped, request),
        });
}
