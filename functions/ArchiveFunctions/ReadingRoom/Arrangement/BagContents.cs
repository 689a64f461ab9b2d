using System.Globalization;
using System.Text.Json;
using Archive.Packages.Bags;
using Archive.Packages.Reading;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using ArchiveFunctions.Resources;
using ArchiveFunctions.Transfer;

namespace ArchiveFunctions.ReadingRoom.Arrangement;

/// <summary>
/// What a bag holds of a record: its bytes, held to their digest while they are written; a sidecar beside them, with which they could be deposited
/// again; the record as the API answers it, and its journal. Each is made when its turn comes, and for the caller as they see it then.
/// </summary>
public sealed class BagContents(OpenedRecords records, Contents contents, RecordTable journal, AgencyRegister agencies, TimeProvider clock)
{
    private const int JournalPage = 500;

    /// <summary>The bag, with what its <c>bag-info.txt</c> says of where its files are from.</summary>
    /// <param name="name">The bag's folder.</param>
    /// <param name="files">What it is for.</param>
    /// <param name="agency">Whose records they are.</param>
    /// <param name="identifier">Of the record or dossier.</param>
    /// <param name="title">Of the record or dossier.</param>
    /// <param name="stop">To stop.</param>
    internal async Task<BagPlan> Plan(string name, IReadOnlyList<BagContent> files, AgencyCode agency, string identifier, string title, CancellationToken stop) => new(
        name,
        files,
        [
            ("Source-Organization", (await agencies.All(stop)).NameOf(agency, Words.Languages[0])), ("Organization-Identifier", agency.Value),
            ("External-Identifier", identifier), ("External-Description", title),
        ],
        Today.Of(clock.GetUtcNow()));

    /// <summary>The files of one record.</summary>
    internal IEnumerable<BagContent> Of(ArchiveRecord record, Caller caller, CultureInfo language)
    {
        var id = record.Id.Value;
        var document = $"documents/{id}/{NameOf(record.Content.OriginalName)}";
        yield return new BagContent(document, record.Content.Size, record.Content.Digest, async stop =>
            (await contents.Of((await Again(id, caller, stop)).Record).DownloadStreamingAsync(cancellationToken: stop)).Value.Content);
        yield return new BagContent($"{document}.metadata.json", null, null, async stop => Sidecar((await Again(id, caller, stop)).Record));
        yield return new BagContent($"records/{id}/record.json", null, null, async stop =>
            new MemoryStream((await Again(id, caller, stop)).In(language, withPermit: false).Bytes, writable: false));
        yield return new BagContent($"records/{id}/journal.json", null, null, async stop => await Journal((await Again(id, caller, stop)).Record, caller, stop));
    }

    /// <summary>A name that every file system holds: the depositor's, or a plain one where theirs cannot be kept.</summary>
    internal static string NameOf(string original)
    {
        var name = string.Concat(ContentDisposition.Safe(original).Select(letter => "<>:\"|?*".Contains(letter, StringComparison.Ordinal) ? '_' : letter));
        return PackagePath.Fault($"{name}.metadata.json") is null && PackagePath.Fault(name) is null ? name : "document";
    }

    /// <summary>The record once more: a bag that is long in coming must not bring what has been withdrawn meanwhile.</summary>
    private async Task<ReadableRecord> Again(string id, Caller caller, CancellationToken stop) =>
        await records.Find(id, caller, stop) is { Sight: Sight.Whole, Readable: var readable } && Visibility.MayReadContent(readable.Record, caller)
            ? readable
            : throw new InvalidDataException($"Record {id} may no longer be read by who asked for it.");

    private static MemoryStream Sidecar(ArchiveRecord record)
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = ReadingRoomJson.Letters.Options.Encoder }))
        {
            json.WriteStartObject();
            foreach (var name in record.Description.Statements.Select(statement => statement.Field).Distinct())
            {
                if (record.Description.Value(name) is { Length: > 0 } value)
                    json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        bytes.Position = 0;
        return bytes;
    }

    private async Task<Stream> Journal(ArchiveRecord record, Caller caller, CancellationToken stop)
    {
        var lines = new List<HistoryItem>();
        for (string? from = null; ;)
        {
            var page = await journal.Journal(record.Id, from, JournalPage, stop);
            lines.AddRange(HistoryBody.Of(page, Visibility.WorksWith(record.Agency, caller), Sight.Whole).Items);
            if ((from = page.Continuation) is null)
                return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new HistoryBody(lines, null), ReadingRoomJson.Letters.HistoryBody), writable: false);
        }
    }
}
