using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.Transfer.Receipts;

/// <summary>
/// Files of public keys: PEM, a JSON Web Key, or a set of them (RFC 7517). In the archive's own sets each key says in the member
/// <c>party</c> for whom it signs; other software ignores it.
/// </summary>
public static class PublicKeyFile
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter<Party>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The keys in a file; null where it holds none, a private one, or one that receipts are not signed with.</summary>
    public static IReadOnlyList<PublicKey>? Read(string text) => text.AsSpan().TrimStart().StartsWith("{") ? OfJson(text) : OfPem(text);

    /// <summary>A set of keys as a file.</summary>
    public static string Write(IEnumerable<PublicKey> keys) =>
        JsonSerializer.Serialize(new KeySet([.. keys.Select(key => new WebKey("EC", "P-256", key.X, key.Y, "sig", "ES256", key.Id, key.Party))]), Json) + "\n";

    private static List<PublicKey>? OfJson(string text)
    {
        try
        {
            var found = JsonSerializer.Deserialize<KeySet>(text, Json) is { Keys: { Count: > 0 } keys } ? keys : [JsonSerializer.Deserialize<WebKey>(text, Json)!];
            var read = found.Select(key => key is { Kty: "EC", Crv: "P-256", D: null } ? PublicKey.At(key.X, key.Y, key.Party) : null).OfType<PublicKey>().ToList();
            return read.Count == found.Count ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PublicKey[]? OfPem(string text)
    {
        if (!PemEncoding.TryFind(text, out var fields) || text[fields.Label] != "PUBLIC KEY")
            return null;

        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(text);
            return [PublicKey.Of(key, null)];
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private sealed record KeySet(IReadOnlyList<WebKey>? Keys = null);

    /// <param name="D">The private half, which has no place in such a file.</param>
    private sealed record WebKey(string Kty, string Crv, string X, string Y, string? Use = null, string? Alg = null, string? Kid = null, Party? Party = null, string? D = null);
}
