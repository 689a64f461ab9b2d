using System.Text.RegularExpressions;

namespace EmbeddedHost.Search;

/// <summary>What a piece of a filter is.</summary>
internal enum FilterTokenKind
{
    Word,
    Text,
    Value,
    Symbol,
    End,
}

/// <summary>A piece of a filter and where it begins.</summary>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int At);

/// <summary>Cuts an OData filter into words, quoted strings, numbers and dates, and symbols.</summary>
internal static partial class FilterTokens
{
    /// <summary>The pieces, with an end mark.</summary>
    public static List<FilterToken> Of(string filter)
    {
        var tokens = new List<FilterToken>();
        for (var at = 0; at < filter.Length;)
        {
            var match = Piece().Match(filter, at);
            if (!match.Success)
                throw Refusal.Invalid($"Invalid expression: Syntax error at position {at} in '{filter}'.");
            if (!match.Groups["space"].Success)
                tokens.Add(Read(match, at));
            at += match.Length;
        }

        tokens.Add(new(FilterTokenKind.End, "", filter.Length));
        return tokens;
    }

    [GeneratedRegex(@"\G(?:(?<space>\s+)|'(?<text>(?:[^']|'')*)'|(?<value>-?[0-9][0-9A-Za-z:.+-]*)|(?<word>[A-Za-z_][A-Za-z0-9_.]*)|(?<symbol>[(),/:]))")]
    private static partial Regex Piece();

    private static FilterToken Read(Match match, int at)
    {
        if (match.Groups["text"].Success)
            return new(FilterTokenKind.Text, match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal), at);
        if (match.Groups["value"].Success)
            return new(FilterTokenKind.Value, match.Value, at);
        return new(match.Groups["word"].Success ? FilterTokenKind.Word : FilterTokenKind.Symbol, match.Value, at);
    }
}
