using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace EmbeddedHost.Identity;

/// <summary>The P-256 key of the development issuer. It is kept, so that tokens outlive a restart, in a file its owner alone may read.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly ECDsa key;

    private SigningKey(ECDsa key)
    {
        this.key = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var published = new JsonWebKey { Kty = "EC", Crv = "P-256", X = Base64UrlEncoder.Encode(point.X), Y = Base64UrlEncoder.Encode(point.Y) };
        Published = new PublishedKey(published.Kty, published.Crv, published.X, published.Y, Base64UrlEncoder.Encode(published.ComputeJwkThumbprint()), "sig", "ES256");
        Credentials = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = Published.Kid }, SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>The public half, named by its RFC 7638 thumbprint.</summary>
    public PublishedKey Published { get; }

    /// <summary>What tokens are signed with.</summary>
    public SigningCredentials Credentials { get; }

    /// <summary>The key in this file; a new one where there is none. The caller holds the data folder, so nobody else makes one meanwhile.</summary>
    public static SigningKey Open(string file)
    {
        if (!File.Exists(file))
            Write(file);

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return new SigningKey(key);
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    /// <summary>Whole or not at all: a torn key file would refuse every later start.</summary>
    private static void Write(string file)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        var draft = $"{file}.new";
        using (var writer = new StreamWriter(draft, options))
            writer.Write(made.ExportPkcs8PrivateKeyPem());
        File.Move(draft, file);
    }
}

/// <summary>A public key in the form of RFC 7517.</summary>
internal sealed record PublishedKey(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg);
