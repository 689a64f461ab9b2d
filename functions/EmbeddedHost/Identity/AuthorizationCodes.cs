using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace EmbeddedHost.Identity;

/// <summary>The codes given to browsers and not yet redeemed (RFC 6749, RFC 7636): each good once, for a minute, for the address and verifier it was asked with.</summary>
internal sealed class AuthorizationCodes(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Pending> pending = new(StringComparer.Ordinal);

    /// <summary>A new code.</summary>
    /// <param name="person">Whom the token will be of.</param>
    /// <param name="redirect">Where the browser goes with it.</param>
    /// <param name="challenge">The S256 challenge of who may redeem it.</param>
    public string Give(TokenRequest.Accepted person, string redirect, string challenge)
    {
        foreach (var (code, old) in pending)
        {
            if (old.Ends <= clock.GetUtcNow())
                pending.TryRemove(code, out _);
        }

        var given = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        pending[given] = new Pending(person, redirect, challenge, clock.GetUtcNow() + Lifetime);
        return given;
    }

    /// <summary>Whom a code is of; null when it is none, has ended, was redeemed, or was asked for by somebody else.</summary>
    public TokenRequest.Accepted? Redeem(string code, string redirect, string verifier) =>
        pending.TryRemove(code, out var held) && held.Ends > clock.GetUtcNow() && held.Redirect == redirect
        && held.Challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))
            ? held.Person
            : null;

    private sealed record Pending(TokenRequest.Accepted Person, string Redirect, string Challenge, DateTimeOffset Ends);
}
