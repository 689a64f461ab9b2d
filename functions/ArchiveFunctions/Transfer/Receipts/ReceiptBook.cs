using System.Globalization;
using System.Security.Cryptography;
using Archive.Records;
using Archive.Transfer.Receipts;
using ArchiveFunctions.Records;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ArchiveFunctions.Transfer.Receipts;

/// <summary>A receipt as the book holds it.</summary>
/// <param name="Agency">Whose chain it is in.</param>
/// <param name="Sequence">Its number there.</param>
/// <param name="Consignment">The consignment it is of.</param>
public sealed record IssuedReceipt(AgencyCode Agency, int Sequence, string Consignment)
{
    /// <summary>Its blob in the container <c>receipts</c>.</summary>
    public string Blob => $"{Agency}/{Receipt.Name(Sequence)}";
}

/// <summary>
/// The receipts of all agencies, each agency's a chain without forks: the name of a receipt is its number alone and is created once, so of two
/// consignments that reach for one number one gets it and the other looks again. The consignment stands in the blob's metadata, and in the receipt.
/// </summary>
public sealed class ReceiptBook(HistoricalStorage historical, ReceiptKeys keys)
{
    private const string ConsignmentKey = "consignment";
    private readonly BlobContainerClient container = historical.Blobs.GetBlobContainerClient(StorageNames.Receipts);

    /// <summary>
    /// Signs for both sides and writes the receipt behind the agency's latest. For a consignment that has its receipt already that one is the
    /// answer, whatever is said now: doing it twice leaves one receipt.
    /// </summary>
    /// <exception cref="ArgumentException">The submission or the acceptance has flaws.</exception>
    public async Task<IssuedReceipt> Issue(Submission submission, Acceptance acceptance, CancellationToken stop)
    {
        var signed = keys.Agency.Sign(PartToSign.Of(submission, keys.Agency.PublicKey.Id));
        while (true)
        {
            var chain = await Chain(submission.Agency, stop);
            if (chain.Find(receipt => receipt.Consignment == submission.Consignment) is { } issued)
                return issued;

            var place = chain is [.., var latest] ? new ChainLink(latest.Sequence + 1, await DigestOf(latest, stop)) : ChainLink.First;
            var countersigned = keys.City.Sign(PartToSign.Of(acceptance, signed, place, keys.City.PublicKey.Id));
            var next = new IssuedReceipt(submission.Agency, place.Sequence, submission.Consignment);
            if (await TryWrite(next, new Receipt(signed, countersigned), stop))
                return next;
        }
    }

    /// <summary>The receipt of a consignment, or null.</summary>
    public async Task<IssuedReceipt?> Find(AgencyCode agency, string consignment, CancellationToken stop) =>
        (await Chain(agency, stop)).Find(receipt => receipt.Consignment == consignment);

    /// <summary>An agency's receipts in order; one listing for thousands of them.</summary>
    public async Task<List<IssuedReceipt>> Chain(AgencyCode agency, CancellationToken stop)
    {
        var chain = new List<IssuedReceipt>();
        var folder = $"{agency}/";
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = folder }, stop))
            chain.Add(new IssuedReceipt(agency, Number(blob.Name[folder.Length..]), blob.Metadata[ConsignmentKey]));
        return chain;
    }

    /// <summary>The number a receipt's blob is named by.</summary>
    public static int SequenceOf(string blob) => Number(blob[(blob.LastIndexOf('/') + 1)..]);

    /// <summary>The file of an agency's receipt, or null.</summary>
    public async Task<Stream?> OpenIfThere(AgencyCode agency, int sequence, CancellationToken stop)
    {
        try
        {
            return await container.GetBlobClient($"{agency}/{Receipt.Name(sequence)}").OpenReadAsync(cancellationToken: stop);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The file of a receipt.</summary>
    public Task<Stream> Open(IssuedReceipt receipt, CancellationToken stop) => container.GetBlobClient(receipt.Blob).OpenReadAsync(cancellationToken: stop);

    /// <summary>False where somebody else took the number meanwhile, or an answer was lost and the receipt is there after all.</summary>
    private async Task<bool> TryWrite(IssuedReceipt place, Receipt receipt, CancellationToken stop)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Metadata = new Dictionary<string, string> { [ConsignmentKey] = place.Consignment },
            TransferValidation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 },
        };
        try
        {
            await container.GetBlobClient(place.Blob).UploadAsync(BinaryData.FromBytes(receipt.ToBytes()), options, stop);
            return true;
        }
        catch (RequestFailedException taken) when (WriteOnce.IsTaken(taken))
        {
            return false;
        }
    }

    private async Task<Sha256Digest> DigestOf(IssuedReceipt receipt, CancellationToken stop)
    {
        await using var file = await Open(receipt, stop);
        return Sha256Digest.Of(await SHA256.HashDataAsync(file, stop));
    }

    private static int Number(string name) => int.Parse(name.AsSpan(0, name.IndexOf('.', StringComparison.Ordinal)), NumberStyles.None, CultureInfo.InvariantCulture);
}
