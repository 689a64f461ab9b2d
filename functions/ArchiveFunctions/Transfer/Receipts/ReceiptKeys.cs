using Archive.Transfer.Receipts;
using Microsoft.Extensions.Configuration;

namespace ArchiveFunctions.Transfer.Receipts;

/// <summary>Who signs receipts: settings <c>ReceiptKeys:Agency</c> and <c>ReceiptKeys:City</c>, each a private key in PEM.</summary>
/// <param name="Agency">For the agencies, on their behalf.</param>
/// <param name="City">For the historical archive.</param>
public sealed record ReceiptKeys(ReceiptSigner Agency, ReceiptSigner City)
{
    /// <summary>Reads the settings; a Key Vault reference has been followed by then.</summary>
    /// <exception cref="InvalidOperationException">One is missing, or both are one key: nobody could tell the sides apart.</exception>
    public static ReceiptKeys Of(IConfiguration configuration)
    {
        var keys = new ReceiptKeys(Read(configuration, Party.Agency), Read(configuration, Party.City));
        return keys.Agency.PublicKey.Id != keys.City.PublicKey.Id
            ? keys
            : throw new InvalidOperationException("Settings 'ReceiptKeys__Agency' and 'ReceiptKeys__City' hold the same key.");
    }

    private static ReceiptSigner Read(IConfiguration configuration, Party party)
    {
        try
        {
            return ReceiptSigner.FromPem(configuration[$"ReceiptKeys:{party}"] ?? "", party);
        }
        catch (ArgumentException e)
        {
            throw new InvalidOperationException($"Setting 'ReceiptKeys__{party}' is not a private key on P-256 (PKCS#8, PEM).", e);
        }
    }
}
