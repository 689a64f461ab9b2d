using Archive.Accession;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Accession.Content;
using ArchiveFunctions.Records;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Accession;

/// <summary>An upload as it was read.</summary>
/// <param name="Facts">What is known of it.</param>
/// <param name="Read">The state of the blob that was read.</param>
public sealed record Inspected(UploadFacts Facts, ETag Read);

/// <summary>Gathers the facts of an upload in one pass over its bytes.</summary>
public sealed class UploadInspector(AgencyRegister agencies, ContentCheck check, StampCheck stamps, AdmissionPolicy policy)
{
    /// <summary>Reads an upload; null when it is no longer there, because an earlier run has dealt with it.</summary>
    public async Task<Inspected?> Inspect(BlobClient upload, Upload announced, CancellationToken stop)
    {
        using var download = await Open(upload, stop);
        if (download is null)
            return null;

        var details = download.Details;
        var agency = await agencies.Find(announced.Folder, stop);
        var facts = new UploadFacts(
            agency,
            new InboxBlob(upload.Name, details.ETag.ToString()),
            announced.DocumentName,
            details.LastModified,
            details.ContentLength,
            Digest: null,
            FormatIdentity.Unknown,
            ContentFindings: [],
            SecretStamp: null,
            announced.DeclaredSize,
            announced.DeclaredDigest is { } declared ? Sha256Digest.Parse(declared) : null,
            announced.Statement is { } statement ? StatementReading.Of(statement) : null);
        return new Inspected(await WithContent(facts, upload, details.ETag, download.Content, stop), details.ETag);
    }

    private async Task<UploadFacts> WithContent(UploadFacts facts, BlobClient upload, ETag read, Stream content, CancellationToken stop)
    {
        if (facts.Size > policy.MaxBytes)
            return facts;

        var pass = await ContentPass.Over(content, facts.Size, stop);
        if (pass.Size == 0)
            return facts with { Digest = pass.Digest };

        Task<Stream> Content(CancellationToken token) => Reopen(upload, read, pass, token);
        var verdict = await check.CheckAsync(Content, pass.Head, pass.Tail, pass.Size, UploadName.FileOf(facts.Name), stop);
        var sound = verdict.Findings.All(finding => finding.Severity != Severity.Error);
        return facts with
        {
            Size = pass.Size,
            Digest = pass.Digest,
            Format = verdict.Format,
            ContentFindings = verdict.Findings,
            SecretStamp = sound ? await stamps.Find(Content, pass.Size, verdict.Format, stop) : null,
        };
    }

    private static async Task<BlobDownloadStreamingResult?> Open(BlobClient upload, CancellationToken stop)
    {
        try
        {
            return await upload.DownloadStreamingAsync(cancellationToken: stop);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    private static async Task<Stream> Reopen(BlobClient upload, ETag read, ContentPass pass, CancellationToken stop) =>
        pass.All is { } all
            ? new MemoryStream(all, writable: false)
            : await upload.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = 1 << 20, Conditions = new BlobRequestConditions { IfMatch = read } }, stop);
}
