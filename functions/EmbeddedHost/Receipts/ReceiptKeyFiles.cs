using System.Security.Cryptography;
using Archive.Transfer.Receipts;
using EmbeddedHost.Hosting;
using EmbeddedHost.Identity;

namespace EmbeddedHost.Receipts;

/// <summary>
/// The development keys of custody receipts, for one machine: they prove nothing to anybody else. On Azure the settings are references to
/// Key Vault.
/// </summary>
/// <param name="Agency">The agency side's private key, PEM.</param>
/// <param name="City">The city side's private key, PEM.</param>
internal sealed record ReceiptKeyFiles(string Agency, string City)
{
    /// <summary>The set of public keys in a folder of keys.</summary>
    public static string PublicKeysIn(string folder) => Path.Combine(folder, "receipts.jwks");

    /// <summary>
    /// The keys in this folder; new ones where there are none. Every public key that ever was stays in the set: receipts outlive keys.
    /// </summary>
    /// <exception cref="StartRefusedException">The set cannot be read; writing it anew would lose the keys of earlier receipts.</exception>
    public static ReceiptKeyFiles Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var keys = new ReceiptKeyFiles(PrivateKeyFile.Open(Path.Combine(folder, "receipts-agency.pem")), PrivateKeyFile.Open(Path.Combine(folder, "receipts-city.pem")));
        Publish(PublicKeysIn(folder), [Public(keys.Agency, Party.Agency), Public(keys.City, Party.City)]);
        return keys;
    }

    private static void Publish(string file, PublicKey[] present)
    {
        var known = !File.Exists(file) ? []
            : PublicKeyFile.Read(File.ReadAllText(file)) ?? throw new StartRefusedException($"{file} is not a set of public keys any more. Put back a copy, or remove it.");
        File.WriteAllText($"{file}.new", PublicKeyFile.Write(known.Concat(present).DistinctBy(key => (key.Id, key.Party))));
        File.Move($"{file}.new", file, overwrite: true);
    }

    private static PublicKey Public(string pem, Party party)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return PublicKey.Of(key, party);
    }
}
