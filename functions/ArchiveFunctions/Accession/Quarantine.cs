using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Archive.Accession;
using Archive.Records;
using ArchiveFunctions.Records;
using ArchiveFunctions.Resources;
using Azure;
using Azure.Storage.Blobs;

namespace ArchiveFunctions.Accession;

/// <summary>
/// Where refused uploads go: <c>quarantine/{folder}/{uploadId}/{etag}/content</c> and, beside it, <c>report.json</c> with the findings in
/// both languages and <c>statement</c>, what its depositor said of it. Nothing refused is lost, but for secret content, of which only the report is kept (TT 02/2019, art. 8).
/// </summary>
public sealed class Quarantine(BlobServiceClient blobs)
{
    private const int CopiedAtOnce = 8;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(StorageNames.Quarantine);

    /// <summary>Copies an upload here, as it was read, and writes its report. Done twice, it is done once.</summary>
    public async Task Take(BlobClient upload, ETag read, Upload refused, byte[]? statement, bool erase, CancellationToken stop)
    {
        var place = PlaceOf(refused, read);
        if (!erase)
            await ServerSideCopy.Once(upload, read, container.GetBlobClient($"{place}/content"), stop);
        if (!erase && statement is not null)
            await container.GetBlobClient($"{place}/statement").UploadAsync(BinaryData.FromBytes(statement), overwrite: true, stop);
        await Tell(place, refused, erase, files: null, stop);
    }

    /// <summary>
    /// The same of a folder of blobs: <c>content/0000001</c> and so on, since a name that filled an address in the inbox does not fit here; the report says
    /// which is which.
    /// </summary>
    public async Task Take(IReadOnlyList<(BlobClient Blob, ETag Read)> files, ETag read, Upload refused, bool erase, CancellationToken stop)
    {
        var place = PlaceOf(refused, read);
        if (!erase)
        {
            await Parallel.ForEachAsync(files.Index(), new ParallelOptions { MaxDegreeOfParallelism = CopiedAtOnce, CancellationToken = stop }, async (file, cancel) =>
                await ServerSideCopy.Once(file.Item.Blob, file.Item.Read, container.GetBlobClient(string.Create(CultureInfo.InvariantCulture, $"{place}/content/{file.Index + 1:D7}")), cancel));
        }

        await Tell(place, refused, erase, erase ? null : [.. files.Select(file => UploadName.Split(file.Blob.Name).Name)], stop);
    }

    private async Task Tell(string place, Upload refused, bool erase, IReadOnlyList<string>? files, CancellationToken stop) =>
        await container.GetBlobClient($"{place}/report.json").UploadAsync(BinaryData.FromObjectAsJson(Report(refused, erase, files), Json), overwrite: true, stop);

    private static string PlaceOf(Upload refused, ETag read) => $"{PlaceOf(refused.Folder)}/{refused.Id}/{read.ToString().Trim('"')}";

    /// <summary>A stranger's folder may be as long as a whole name, and then no name below it would fit.</summary>
    internal static string PlaceOf(string folder) => folder.Length is > 0 and <= AgencyCode.MaxLength ? folder : "unregistered";

    private static object Report(Upload refused, bool erase, IReadOnlyList<string>? files) => new
    {
        uploadId = refused.Id,
        blob = UploadName.Join(refused.Folder, refused.Name),
        decidedAt = refused.DecidedAt,
        contentKept = !erase,
        files,
        findings = refused.Findings.Select(finding => new
        {
            finding.Code,
            severity = JsonNamingPolicy.CamelCase.ConvertName(finding.Severity.ToString()),
            finding.Where,
            messageVi = Words.Sentence(finding, Words.Vietnamese),
            messageEn = Words.Sentence(finding, Words.English),
        }),
    };
}
