using System.Globalization;
using Archive.Accession;
using Archive.Description;
using Archive.Packages;
using Archive.Packages.Rules;
using Archive.Records;
using Azure;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Accession;

/// <summary>
/// Puts a package's documents into the inbox, each with its row and what the package says of it. All names are worked out from the package's blob and
/// the document's place: a run that is repeated finds what an earlier one has put there.
/// </summary>
public sealed class Unpacking(Inbox inbox, UploadTable uploads, DossierRegister dossiers, TimeProvider clock)
{
    /// <summary>Puts every document there and notes the dossier; returns the documents' paths in the package.</summary>
    public async Task<IReadOnlySet<string>> Documents(Upload package, ETag read, IPackageSource source, PackagedDossier dossier, CancellationToken stop)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var members = new List<DossierMember>();
        await foreach (var document in dossier.DocumentsAsync(stop))
        {
            if (document is { Identifier: { } held })
            {
                members.Add(new DossierMember(document.Place, RecordId: null, held, document.Path));
                continue;
            }

            taken.Add(document.Stored);
            var upload = Row(package, read, dossier, document);
            if (!await IsDecided(upload, stop))
                await Put(upload, source, document.Stored, stop);
            if (document.Digest is { } digest)
                members.Add(new DossierMember(document.Place, RecordId.ForContent(AgencyCode.Parse(package.Folder), digest).Value, CodeOf(document), document.Path));
        }

        if (CodeOf(dossier) is { } code)
        {
            var noted = new Dossier(AgencyCode.Parse(package.Folder), code, dossier.Title ?? code, dossier.Fields, package.Id, clock.GetUtcNow()) { IsBatch = dossier.Kind == DescriptionKind.Batch };
            await dossiers.Note(noted, members, dossier.IsSupplement, stop);
        }

        return taken;
    }

    /// <summary>Mã hồ sơ; null for loose documents, and where none is given.</summary>
    public static string? FileCodeOf(PackagedDossier dossier) => dossier.Kind == DescriptionKind.Batch ? null : CodeOf(dossier);

    /// <summary>
    /// The code of a dossier or of a batch, by the name the package's kind gives it. Composed, as in the descriptions of its documents: it is found by it.
    /// </summary>
    private static string? CodeOf(PackagedDossier dossier) =>
        (dossier.Fields.GetValueOrDefault(Field.FileCode) ?? dossier.Fields.GetValueOrDefault("arcFileCode")) is { } code ? Vietnamese.Compose(code) : null;

    private static string? CodeOf(PackagedDocument document) => document.Fields.GetValueOrDefault(Field.DocCode) ?? document.Fields.GetValueOrDefault("arcDocCode");

    private Upload Row(Upload package, ETag read, PackagedDossier dossier, PackagedDocument document)
    {
        var file = UploadName.FileOf(document.Path);
        var name = string.Create(CultureInfo.InvariantCulture, $"{package.Id}.{read.ToString().Trim('"')}/{document.Place:D7}/{file}");
        return Upload.Seen(UploadTable.IdOf(package.Folder, name), package.Folder, name, clock.GetUtcNow()) with
        {
            GivenName = file,
            Status = UploadStatus.Awaiting,
            DeclaredSize = document.Size,
            DeclaredDigest = document.Digest?.Value,
            Statement = new DepositorStatement(PackagedStatement.Of(dossier.Fields, document), Blob: null),
            Within = new PackagePlace(package.Id, document.Place, document.Path),
        };
    }

    /// <summary>Writes the row where there is none. Whether an earlier run of this package has brought the document to its end.</summary>
    private async Task<bool> IsDecided(Upload upload, CancellationToken stop)
    {
        try
        {
            await uploads.Write(new UploadRow(upload, null), upload, stop);
            return false;
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            return (await uploads.Find(upload.Folder, upload.Name, stop)).Upload is { ETag: { } etag } held && held.IsDecided(etag);
        }
    }

    private async Task Put(Upload upload, IPackageSource source, string stored, CancellationToken stop)
    {
        await using var content = await source.OpenAsync(stored, stop);
        try
        {
            var once = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await inbox.Blob(upload.Folder, upload.Name).UploadAsync(content, once, stop);
        }
        catch (RequestFailedException there) when (there.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // An earlier run has put it there, and it has not been taken in yet.
            return;
        }
    }
}
