using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>
/// Tokens whose signature was checked a moment ago, so that a reader's next request does not pay for it again. Held by their SHA-256, never
/// themselves; only good ones, so that nobody can fill it with inventions.
/// </summary>
internal sealed class BelievedTokens
{
    /// <summary>How long a key the issuer withdraws may still be believed, on top of the time its key set is kept.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Some 2 MB; one more and all are checked anew.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (Identification Holder, DateTimeOffset Until)> held = new(StringComparer.Ordinal);

    /// <summary>Whose token this is; null when it has to be checked.</summary>
    public Identification? Find(string token, DateTimeOffset now) =>
        held.TryGetValue(Digest(token), out var believed) && now < believed.Until ? believed.Holder : null;

    /// <summary>Remembers a token that was checked, never beyond its own end.</summary>
    public void Keep(string token, Identification holder, DateTimeOffset ends, DateTimeOffset now)
    {
        if (held.Count >= Most)
            held.Clear();

        var longest = now + Longest;
        held[Digest(token)] = (holder, ends < longest ? ends : longest);
    }

    private static string Digest(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
