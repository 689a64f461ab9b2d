using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>A record behind a number.</summary>
internal sealed record FigureItemBody(string RecordId, string Agency, DateOnly? Due, DateOnly? TransferredOn, string? Exemption);

/// <summary>All months up to this one together.</summary>
internal sealed record CumulativeBody(int InTime, int Due, double? Rate);

/// <summary>Transferred within the term: numerator, denominator, exclusions by code, and the digest of the list they were counted from.</summary>
internal sealed record FigureBody(
    string Month,
    DateOnly AsOf,
    bool Frozen,
    double Target,
    int InTime,
    int Due,
    double? Rate,
    IReadOnlyDictionary<string, int> Exclusions,
    string Sha256,
    CumulativeBody Cumulative,
    int Undetermined,
    IReadOnlyList<FigureItemBody>? Items,
    string? Continuation);

/// <summary>How these bodies are written, as all of the API's.</summary>
[JsonSerializable(typeof(FigureBody))]
internal sealed partial class FigureJson : JsonSerializerContext
{
    /// <summary>Vietnamese letters stay letters; the answers are JSON, marked <c>nosniff</c>.</summary>
    public static readonly FigureJson Letters = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
