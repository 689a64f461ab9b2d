using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace EmbeddedHost.Identity;

/// <summary>The P-256 key of the development issuer. It is kept, so that tokens outlive a restart.</summary>
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

    /// <summary>The key in this file (<see cref="PrivateKeyFile"/>).</summary>
    public static SigningKey Open(string file)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(PrivateKeyFile.Open(file));
        return new SigningKey(key);
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();
}

/// <summary>A public key in the form of RFC 7517.</summary>
internal sealed record PublishedKey(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg);
