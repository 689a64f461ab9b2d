using System.Security.Cryptography;
using Archive.Accession;
using Archive.Records;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace ArchiveFunctions.Accession;

/// <summary>A place to upload one document to.</summary>
/// <param name="Upload">The upload's row.</param>
/// <param name="Url">Where to <c>PUT</c> it: a signed address that can create exactly this blob and nothing else, until the slot ends.</param>
public sealed record UploadSlot(Upload Upload, Uri Url);

/// <summary>
/// Gives out upload slots. The signature says create only: what is stored cannot be read, replaced or removed with it. (Documents over 5000 MiB, and
/// those for which it is asked, may be written in blocks.) On Azure it is signed with a user-delegation key, as shared keys are off there.
/// </summary>
public sealed class UploadSlots(BlobServiceClient blobs, Inbox inbox, UploadTable uploads, AdmissionPolicy policy, TimeProvider clock)
{
    /// <summary>One delegation key serves the slots of half a day; Azure allows seven days.</summary>
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(12);

    /// <summary>The largest document one <c>PUT</c> can carry, 5000 MiB.</summary>
    private const long SinglePut = 5000L << 20;

    private volatile Delegation? delegation;

    /// <summary>Opens a slot for a request without errors: the one it was interrupted in, where that still waits for the same document, else a new one.</summary>
    public async Task<UploadSlot> Open(AgencyCode agency, SlotRequest request, CancellationToken stop) =>
        await Again(agency, request, stop) ?? await Anew(agency, request, stop);

    private async Task<UploadSlot?> Again(AgencyCode agency, SlotRequest request, CancellationToken stop)
    {
        if (request.Resumes is not { } id || !UploadTable.IsId(id) || await uploads.FindById(agency, id, stop) is not { } row || !request.Continues(row.Upload))
            return null;

        var renewed = row.Upload with { Expires = clock.GetUtcNow() + policy.SlotLifetime, Statement = Said(request) ?? row.Upload.Statement };
        try
        {
            await uploads.Write(row, renewed, stop);
        }
        catch (RequestFailedException arrived) when (arrived.Status is 409 or 412)
        {
            // It has arrived meanwhile, or another page of the same officer goes on with it: a slot of its own harms neither.
            return null;
        }

        return new UploadSlot(renewed, await Sign(inbox.Blob(renewed.Folder, renewed.Name), request, renewed.Expires.Value, stop));
    }

    private async Task<UploadSlot> Anew(AgencyCode agency, SlotRequest request, CancellationToken stop)
    {
        var name = $"{RandomNumberGenerator.GetString("0123456789abcdefghjkmnpqrstvwxyz", 16)}/{request.FileName}";
        var now = clock.GetUtcNow();
        var upload = Upload.Seen(UploadTable.IdOf(agency.Value, name), agency.Value, name, now) with
        {
            GivenName = request.FileName,
            Status = UploadStatus.Awaiting,
            Expires = now + policy.SlotLifetime,
            DeclaredSize = request.Size,
            DeclaredDigest = request.Sha256 is { } given && Sha256Digest.TryParse(given, out var digest) ? digest.Value : null,
            Statement = Said(request),
        };
        await uploads.Write(new UploadRow(upload, null), upload, stop);
        return new UploadSlot(upload, await Sign(inbox.Blob(agency.Value, name), request, upload.Expires.Value, stop));
    }

    private static DepositorStatement? Said(SlotRequest request) => request.Metadata is { } said ? new DepositorStatement(said, Blob: null) : null;

    private async Task<Uri> Sign(BlobClient blob, SlotRequest request, DateTimeOffset expires, CancellationToken stop)
    {
        // A single PUT ends at 5000 MiB. Blocks, which larger documents need and interrupted ones go on with, take the right to write, which
        // includes writing again: the archive goes by the state it has read, so a later write is a new upload.
        var rights = request.Blocks || request.Size > SinglePut ? BlobSasPermissions.Create | BlobSasPermissions.Write : BlobSasPermissions.Create;
        var signature = new BlobSasBuilder(rights, expires) { BlobContainerName = blob.BlobContainerName, BlobName = blob.Name, Resource = "b" };
        signature.Protocol = blob.Uri.IsLoopback ? SasProtocol.HttpsAndHttp : SasProtocol.Https;
        return blob.CanGenerateSasUri
            ? blob.GenerateSasUri(signature)
            : new BlobUriBuilder(blob.Uri) { Sas = signature.ToSasQueryParameters(await DelegationKey(expires, stop), blobs.AccountName) }.ToUri();
    }

    private async Task<UserDelegationKey> DelegationKey(DateTimeOffset until, CancellationToken stop)
    {
        if (delegation is { } held && held.Ends >= until)
            return held.Key;

        var ends = clock.GetUtcNow() + KeyLifetime;
        var key = await blobs.GetUserDelegationKeyAsync(startsOn: null, ends, stop);
        delegation = new Delegation(key, ends);
        return key;
    }

    private sealed record Delegation(UserDelegationKey Key, DateTimeOffset Ends);
}
