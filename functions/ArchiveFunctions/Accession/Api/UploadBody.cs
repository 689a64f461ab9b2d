using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archive.Accession;
using Archive.Catalogue;
using ArchiveFunctions.ReadingRoom;

namespace ArchiveFunctions.Accession.Api;

/// <summary>An upload as its depositor sees it.</summary>
internal sealed record UploadBody(
    string UploadId,
    string Blob,
    string Status,
    IReadOnlyList<string> RecordIds,
    IReadOnlyList<FindingBody> Findings,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset? DecidedAt,
    DateTimeOffset? Expires,
    PackageBody? Package,
    PlaceBody? Within)
{
    /// <param name="upload">The upload.</param>
    /// <param name="language">Of the findings' sentences.</param>
    /// <param name="progress">Of a package, how many of its documents stand where; null where nobody has counted.</param>
    public static UploadBody Of(Upload upload, CultureInfo language, IReadOnlyDictionary<UploadStatus, int>? progress = null) => new(
        upload.Id,
        $"{upload.Folder}/{upload.Name}",
        JsonNamingPolicy.CamelCase.ConvertName(upload.Status.ToString()),
        upload.RecordIds,
        [.. upload.Findings.Select(finding => FindingBody.Of(finding, language))],
        VietnamTime.At(upload.FirstSeenAt),
        upload.DecidedAt is { } decided ? VietnamTime.At(decided) : null,
        upload.Expires is { } expires ? VietnamTime.At(expires) : null,
        upload.Unpacked is { } package ? PackageBody.Of(package, progress) : null,
        upload.Within is { } place ? new PlaceBody(place.Upload, place.Ordinal, place.Path) : null);
}

/// <summary>What a package held, and how far its documents are.</summary>
internal sealed record PackageBody(string Specification, string? FileCode, string Title, int Documents, IReadOnlyDictionary<string, int>? Progress)
{
    public static PackageBody Of(UnpackedPackage package, IReadOnlyDictionary<UploadStatus, int>? progress) => new(
        package.Specification, package.FileCode, package.Title, package.Documents, progress?.ToDictionary(one => JsonNamingPolicy.CamelCase.ConvertName(one.Key.ToString()), one => one.Value));
}

/// <summary>Where in a package a document came.</summary>
internal sealed record PlaceBody(string UploadId, int Place, string Path);

/// <summary>A page of uploads, newest first.</summary>
internal sealed record UploadListBody(IReadOnlyList<UploadBody> Items, string? Continuation);

/// <summary>A slot given out: where to <c>PUT</c> the document, and until when.</summary>
internal sealed record SlotBody(string UploadId, string Url, string Blob, DateTimeOffset Expires);

/// <summary>What a slot is asked with.</summary>
internal sealed record SlotRequestBody(string? FileName, long? Size, string? Sha256, JsonElement? Metadata, bool? Blocks, string? Resumes);

/// <summary>A registered agency.</summary>
internal sealed record AgencyBody(string Code, string Name, string EnglishName);

/// <summary>All registered agencies, by code.</summary>
internal sealed record AgencyListBody(IReadOnlyList<AgencyBody> Items);

/// <summary>What an agency is registered with.</summary>
internal sealed record AgencyRequestBody(string? Name, string? EnglishName);

/// <summary>How these bodies are written, as all of the API's.</summary>

[JsonSerializable(typeof(UploadBody))]
[JsonSerializable(typeof(UploadListBody))]
[JsonSerializable(typeof(SlotBody))]
[JsonSerializable(typeof(SlotRequestBody))]
[JsonSerializable(typeof(AgencyListBody))]
[JsonSerializable(typeof(AgencyBody))]
[JsonSerializable(typeof(AgencyRequestBody))]
internal sealed partial class AccessionJson : JsonSerializerContext
{
    /// <summary>
    /// Vietnamese letters stay letters, and the ampersands of a slot's address stay ampersands, so that it can be cut out with the plainest tools.
    /// The answers are JSON, marked <c>nosniff</c>: no browser reads them as a page.
    /// </summary>
    public static readonly AccessionJson Letters = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
