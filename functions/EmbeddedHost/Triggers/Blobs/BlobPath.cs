using System.Text;
using System.Text.RegularExpressions;

namespace EmbeddedHost.Triggers.Blobs;

/// <summary>
/// A container and a name pattern such as <c>inbox/{agency}/{name}</c>. As on Azure, a token takes any characters, slashes included, and an
/// earlier token takes as much as it can: of <c>a/b/c</c> the pattern <c>{agency}/{name}</c> makes <c>a/b</c> and <c>c</c>.
/// </summary>
internal sealed partial class BlobPath
{
    private readonly Regex names;

    private BlobPath(string container, string prefix, IReadOnlyList<string> tokens, Regex names) =>
        (Container, Prefix, Tokens, this.names) = (container, prefix, tokens, names);

    public string Container { get; }

    /// <summary>What every matching name begins with; empty when the pattern starts with a token.</summary>
    public string Prefix { get; }

    public IReadOnlyList<string> Tokens { get; }

    /// <exception cref="FormatException">The text is not such a path; the message says what is supported.</exception>
    public static BlobPath Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == path.Length - 1 || path[..slash].AsSpan().IndexOfAny("{}%") >= 0)
            throw new FormatException("supported: container/pattern, the container without tokens");

        var pattern = path[(slash + 1)..];
        var tokens = Token().Matches(pattern).Select(match => match.Groups[1].Value).ToList();
        if (Token().Replace(pattern, string.Empty).AsSpan().IndexOfAny("{}%") >= 0 || tokens.Distinct(StringComparer.OrdinalIgnoreCase).Count() != tokens.Count)
            throw new FormatException("supported in the pattern: text and tokens such as {name}, each once; no settings, functions or nested names");

        return new BlobPath(path[..slash], Token().Split(pattern)[0], tokens, Matching(pattern));
    }

    /// <summary>The token values of a blob's name; null when it does not match.</summary>
    public Dictionary<string, object?>? Match(string name)
    {
        var match = names.Match(name);
        return match.Success
            ? Tokens.ToDictionary(token => token, object? (token) => match.Groups[token].Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    private static Regex Matching(string pattern)
    {
        var regex = new StringBuilder(@"\A");
        var at = 0;
        foreach (Match token in Token().Matches(pattern))
        {
            regex.Append(Regex.Escape(pattern[at..token.Index])).Append("(?<").Append(token.Groups[1].Value).Append(">.*)");
            at = token.Index + token.Length;
        }

        regex.Append(Regex.Escape(pattern[at..])).Append(@"\z");
        return new Regex(regex.ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Compiled);
    }

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Token();
}
