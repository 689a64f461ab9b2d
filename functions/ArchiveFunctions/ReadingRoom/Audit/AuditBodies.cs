using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Archive.Catalogue;
using Archive.ReadingRoom.Audit;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>A page of a day's audit; how often each act was done stands on the first.</summary>
internal sealed record AuditBody(DateOnly Day, IReadOnlyList<AuditCountBody>? Counts, IReadOnlyList<AuditEntryBody> Items, string? Continuation);

/// <summary>An act and how often it was done; <c>more</c> where not all were counted.</summary>
internal sealed record AuditCountBody(string Act, int Count, bool More)
{
    public static AuditCountBody Of(AuditCount count) => new(count.Act.Code(), count.Count, count.Count == AuditBook.MostCounted);
}

/// <summary>An entry.</summary>
internal sealed record AuditEntryBody(DateTimeOffset At, string Act, string Outcome, string Subject, string Name, IReadOnlyList<string> Roles, string? Agency, string About, string Detail)
{
    public static AuditEntryBody Of(AuditEntry entry) => new(
        VietnamTime.At(entry.At), entry.Act.Code(), JsonNamingPolicy.CamelCase.ConvertName($"{entry.Outcome}"), entry.Subject, entry.Name, [.. entry.Roles.Select(role => JsonNamingPolicy.CamelCase.ConvertName($"{role}"))], entry.Agency?.Value, entry.About, entry.Detail);
}

/// <summary>How these bodies are written, as all of the API's.</summary>
[JsonSerializable(typeof(AuditBody))]
internal sealed partial class AuditJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay letters; what matters to HTML is escaped all the same.</summary>
    public static readonly AuditJson Letters = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
