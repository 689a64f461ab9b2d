using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ArchiveFunctions.Catalogue;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>How the API's bodies are written: camelCase, Vietnamese letters as letters.</summary>
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(RecordView))]
[JsonSerializable(typeof(DisclosedView))]
[JsonSerializable(typeof(RecordList))]
[JsonSerializable(typeof(Export.ListedRecord))]
[JsonSerializable(typeof(HistoryBody))]
[JsonSerializable(typeof(Arrangement.DossierBody))]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(RebuildReport))]
[JsonSerializable(typeof(Deliveries.VerificationBody))]
internal sealed partial class ReadingRoomJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay letters; what matters to HTML is escaped all the same.</summary>
    public static readonly ReadingRoomJson Letters = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
