using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Catalogue;
using Archive.ReadingRoom.Requests;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>A reader's account. What is sent and what is answered have one form; sent, <c>version</c> names the one it was made from.</summary>
internal sealed record AccountBody(string? FullName, string? PersonalId, string? Email, string? Phone, string? Workplace, string? PriorityStatus, string? Note, int? Version)
{
    public static AccountBody Of(ReaderAccount account) =>
        new(account.FullName, account.PersonalId, account.Email, account.Phone, account.Workplace, account.PriorityStatus, account.Note, account.Version);

    public ReaderAccount ToAccount(string reader) => new ReaderAccount
    {
        Reader = reader,
        FullName = FullName ?? "",
        PersonalId = PersonalId ?? "",
        Email = Email,
        Phone = Phone,
        Workplace = Workplace,
        PriorityStatus = PriorityStatus,
        Note = Note,
    }.Tidied();
}

/// <summary>What is asked for.</summary>
internal sealed record CopyRequestFormBody(
    string? Key,
    IReadOnlyList<string>? RecordIds,
    string? Product,
    string? Purpose,
    string? PurposeContent,
    string? ResearchTopic,
    string? FeeObjectType,
    string? Description,
    int? Copies)
{
    public RequestForm ToForm() => new()
    {
        Key = Key,
        RecordIds = [.. (RecordIds ?? []).OfType<string>()],
        Product = RequestNames.Product(Product),
        Purpose = Purpose,
        PurposeContent = PurposeContent,
        ResearchTopic = ResearchTopic,
        FeeObjectType = FeeObjectType,
        Description = Description,
        Copies = Copies ?? 1,
    };
}

/// <summary>A request as its reader and archivists see it.</summary>
internal sealed record CopyRequestBody(
    string Id,
    int Version,
    string Status,
    string ReaderName,
    string PersonalId,
    IReadOnlyList<string> RecordIds,
    string Product,
    string Purpose,
    string PurposeContent,
    string ResearchTopic,
    string? FeeObjectType,
    string Description,
    int Copies,
    DateTimeOffset AskedAt,
    int AnswerDays,
    DateOnly? AnswerDue,
    RequestDecisionBody? Decision,
    RequestFeeBody? Fee,
    DateOnly? UseUntil,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<string>? Obstacles)
{
    public static CopyRequestBody Of(CopyRequest request, RequestRules rules) => new(
        request.Id,
        request.Version,
        RequestNames.Of(request.Status),
        request.ReaderName,
        request.PersonalId,
        request.RecordIds,
        RequestNames.Of(request.Product),
        request.Purpose,
        request.PurposeContent,
        request.ResearchTopic,
        request.FeeObjectType,
        request.Description,
        request.Copies,
        VietnamTime.At(request.AskedAt),
        request.AnswerDays,
        rules.AnswerDue(request).Known,
        request.Decision is { } decision ? new RequestDecisionBody(decision.Approved, decision.Reasons, decision.ConditionsConfirmed, VietnamTime.At(decision.At)) : null,
        request.Fee is { } fee ? RequestFeeBody.Of(fee, request.Payment) : null,
        request.UseUntil,
        request.DeliveredAt is { } delivered ? VietnamTime.At(delivered) : null,
        request.EndedAt is { } ended ? VietnamTime.At(ended) : null,
        request.Obstacles is { Count: > 0 } obstacles ? [.. obstacles.Select(obstacle => JsonNamingPolicy.CamelCase.ConvertName($"{obstacle}"))] : null);
}

/// <summary>An archivist's word. Sent, it has no moment. Who it was is for the archive to know.</summary>
internal sealed record RequestDecisionBody(bool? Approved, string? Reasons, bool? ConditionsConfirmed, DateTimeOffset? At);

/// <summary>What it costs, and whether that was paid.</summary>
internal sealed record RequestFeeBody(long Amount, string Schedule, string? Exemption, DateTimeOffset? PaidAt, string? Reference)
{
    public static RequestFeeBody Of(RequestFee fee, RequestPayment? payment) =>
        new(fee.Amount, fee.Schedule, fee.Exemption, payment is null ? null : VietnamTime.At(payment.At), payment?.Reference);
}

/// <summary>A confirmation that a fee was paid.</summary>
internal sealed record PaymentBody(string? Reference);

/// <summary>A page of requests.</summary>
internal sealed record CopyRequestListBody(IReadOnlyList<CopyRequestBody> Items, string? Continuation);

/// <summary>The names of products and states, as the API has them.</summary>
internal static class RequestNames
{
    public static string Of(CopyProduct product) => JsonNamingPolicy.CamelCase.ConvertName(product.ToString());

    public static string Of(RequestStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    /// <summary>The product of a name; null for a name of none.</summary>
    public static CopyProduct? Product(string? name) => Enum.GetValues<CopyProduct>().Cast<CopyProduct?>().FirstOrDefault(product => Of(product!.Value) == name);
}

/// <summary>How these bodies are written, as all of the API's.</summary>
[JsonSerializable(typeof(AccountBody))]
[JsonSerializable(typeof(CopyRequestFormBody))]
[JsonSerializable(typeof(CopyRequestBody))]
[JsonSerializable(typeof(CopyRequestListBody))]
[JsonSerializable(typeof(RequestDecisionBody))]
[JsonSerializable(typeof(PaymentBody))]
internal sealed partial class RequestJson : JsonSerializerContext
{
    /// <summary>Vietnamese letters stay letters; the answers are JSON, marked <c>nosniff</c>.</summary>
    public static readonly RequestJson Letters = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
