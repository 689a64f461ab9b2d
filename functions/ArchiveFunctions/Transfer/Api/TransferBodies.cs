using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Catalogue;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>A due day in an agency's schedule.</summary>
internal sealed record DeadlineBody(string RecordId, string Title, string State, DateOnly? Due, string Policy, IReadOnlyList<FindingBody> Reasons, DateOnly? TransferredOn, string? Exemption)
{
    public static DeadlineBody Of(Deadline deadline, string title, CultureInfo language) => new(
        deadline.RecordId,
        title,
        JsonNamingPolicy.CamelCase.ConvertName(deadline.State.ToString()),
        deadline.Due,
        deadline.Policy,
        [.. deadline.Reasons.Select(reason => FindingBody.Of(reason, language))],
        deadline.TransferredOn,
        deadline.Exemption);
}

/// <summary>A page of an agency's schedule: one month, or what nobody can say the due day of.</summary>
internal sealed record ScheduleBody(string Month, IReadOnlyList<DeadlineBody> Items, string? Continuation);

/// <summary>A notice an agency was given.</summary>
internal sealed record NoticeBody(DateOnly Day, string Kind, string RecordId, string Title, DateOnly Due, IReadOnlyList<FindingBody> Reasons)
{
    public static NoticeBody Of(Notice notice, string title, CultureInfo language) =>
        new(notice.Day, notice.Kind, notice.RecordId, title, notice.Due, [.. notice.Reasons.Select(reason => FindingBody.Of(reason, language))]);
}

/// <summary>A page of notices, newest first.</summary>
internal sealed record NoticeListBody(IReadOnlyList<NoticeBody> Items, string? Continuation);

/// <summary>One month of a forecast.</summary>
internal sealed record ForecastMonthBody(string Month, int FallingDue, int Transferred, int Exempt, int UnderWay, int Kept, int WillBeLate);

/// <summary>What lies ahead of an agency.</summary>
internal sealed record ForecastBody(DateOnly Today, int Overdue, int Undetermined, int TransferredLately, bool KeepsUp, int WillBeLate, IReadOnlyList<ForecastMonthBody> Months)
{
    public static ForecastBody Of(Forecast forecast) => new(
        forecast.Today,
        forecast.Overdue,
        forecast.Undetermined,
        forecast.TransferredLately,
        forecast.KeepsUp,
        forecast.Months.Sum(month => month.WillBeLate),
        [.. forecast.Months.Select(month => new ForecastMonthBody(
            month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), month.FallingDue, month.Transferred, month.Exempt, month.UnderWay, month.Kept, month.WillBeLate))]);
}

/// <summary>An exemption as it stands.</summary>
internal sealed record ExemptionBody(
    string RecordId, string Proposal, string Code, string Evidence, string LegalBasis, string ProposedBy, DateTimeOffset ProposedAt, string? ConfirmedBy, DateTimeOffset? ConfirmedAt, DateOnly? Until, RevocationBody? Revocation)
{
    public static ExemptionBody Of(string recordId, Exemption exemption) => new(
        recordId,
        exemption.Proposal,
        exemption.Code,
        exemption.Evidence,
        exemption.LegalBasis,
        exemption.ProposedBy,
        VietnamTime.At(exemption.ProposedAt),
        exemption.ConfirmedBy,
        exemption.ConfirmedAt is { } at ? VietnamTime.At(at) : null,
        exemption.Until,
        exemption.Revocation is { } revocation ? RevocationBody.Of(revocation) : null);
}

/// <summary>How an exemption was taken back, or is proposed to be.</summary>
internal sealed record RevocationBody(string Proposal, string Code, string Evidence, string ProposedBy, DateTimeOffset ProposedAt, string? ConfirmedBy, DateTimeOffset? ConfirmedAt)
{
    public static RevocationBody Of(Revocation revocation) => new(
        revocation.Proposal,
        revocation.Code,
        revocation.Evidence,
        revocation.ProposedBy,
        VietnamTime.At(revocation.ProposedAt),
        revocation.ConfirmedBy,
        revocation.ConfirmedAt is { } at ? VietnamTime.At(at) : null);
}

/// <summary>What an exemption is proposed with.</summary>
internal sealed record ExemptionRequestBody(string? Code, string? Evidence, string? LegalBasis, DateOnly? Until);

/// <summary>What a revocation is proposed with.</summary>
internal sealed record RevocationRequestBody(string? Code, string? Evidence);

/// <summary>Names the proposal that is confirmed.</summary>
internal sealed record ExemptionConfirmationBody(string? Proposal);

/// <summary>A hold on a record.</summary>
internal sealed record HoldBody(string? Reason);

/// <summary>How these bodies are written, as all of the API's.</summary>
[JsonSerializable(typeof(ScheduleBody))]
[JsonSerializable(typeof(NoticeListBody))]
[JsonSerializable(typeof(ForecastBody))]
[JsonSerializable(typeof(PolicyBody))]
[JsonSerializable(typeof(PolicyListBody))]
[JsonSerializable(typeof(PolicyEffectBody))]
[JsonSerializable(typeof(ExemptionBody))]
[JsonSerializable(typeof(ExemptionRequestBody))]
[JsonSerializable(typeof(ExemptionConfirmationBody))]
[JsonSerializable(typeof(RevocationRequestBody))]
[JsonSerializable(typeof(HoldBody))]
internal sealed partial class TransferJson : JsonSerializerContext
{
    /// <summary>Vietnamese letters stay letters; the answers are JSON, marked <c>nosniff</c>.</summary>
    public static readonly TransferJson Letters = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
