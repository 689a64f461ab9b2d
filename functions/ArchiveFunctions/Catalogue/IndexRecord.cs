using System.Text.Json;
using Archive;
using Archive.Records;
using ArchiveFunctions.Records;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Catalogue;

/// <summary>
/// Records have changed: what readers may find of them is brought up to date. A message says only which record; its row is read as it is now,
/// so messages that come twice, late or out of order do no harm, and many for one record are one document.
/// </summary>
public sealed class IndexRecord(CatalogueUpkeep upkeep)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Takes as many messages as the host has waiting.</summary>
    [Function(nameof(IndexRecord))]
    public async Task Run([ServiceBusTrigger(Queues.RecordChanged, Connection = StorageNames.ServiceBus, IsBatched = true)] string[] messages, CancellationToken stop)
    {
        var ids = messages.Select(Read).ToList();
        using var step = Telemetry.Step(nameof(IndexRecord), ids.OfType<RecordId>().Select(id => id.Value).Distinct());
        foreach (var part in ids.OfType<RecordId>().Distinct().Chunk(CatalogueIndex.MostDocuments))
            await upkeep.Follow(part, stop);

        // Thrown last: the readable ones are indexed, and the others go where an operator finds them.
        if (ids.IndexOf(null) is >= 0 and var strange)
            throw new InvalidDataException($"Not a {nameof(RecordChanged)} message: {messages[strange][..Math.Min(messages[strange].Length, 200)]}");
    }

    private static RecordId? Read(string message)
    {
        try
        {
            return RecordId.TryParse(JsonSerializer.Deserialize<RecordChanged>(message, Json)?.RecordId, out var id) ? id : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
