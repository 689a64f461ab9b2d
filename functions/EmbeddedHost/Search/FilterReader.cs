namespace EmbeddedHost.Search;

/// <summary>Walks over the pieces of a filter.</summary>
internal sealed class FilterReader(string filter)
{
    private readonly List<FilterToken> tokens = FilterTokens.Of(filter);
    private int next;

    /// <summary>The next piece.</summary>
    public FilterToken Current => tokens[next];

    /// <summary>Takes the next piece.</summary>
    public FilterToken Take() => Current.Kind == FilterTokenKind.End ? throw Unexpected() : tokens[next++];

    /// <summary>Whether the next piece is this symbol.</summary>
    public bool Sees(char symbol) => Current.Kind == FilterTokenKind.Symbol && Current.Text[0] == symbol;

    /// <summary>Takes the symbol if it is next.</summary>
    public bool Takes(char symbol)
    {
        var sees = Sees(symbol);
        next += sees ? 1 : 0;
        return sees;
    }

    /// <summary>Takes the word if it is next.</summary>
    public bool Takes(string word)
    {
        var sees = Current.Kind == FilterTokenKind.Word && Current.Text == word;
        next += sees ? 1 : 0;
        return sees;
    }

    /// <summary>Takes the symbol, which must be next.</summary>
    public void Demand(char symbol)
    {
        if (!Takes(symbol))
            throw Unexpected();
    }

    /// <summary>Takes a piece that must be of that kind.</summary>
    public string Demand(FilterTokenKind kind) => Current.Kind == kind ? Take().Text : throw Unexpected();

    /// <summary>Takes a comparison if one is next.</summary>
    public Comparison? TakeComparison()
    {
        Comparison? found = Current is { Kind: FilterTokenKind.Word, Text: var word } ? Named(word) : null;
        next += found is null ? 0 : 1;
        return found;
    }

    /// <summary>The refusal of what is next.</summary>
    public Refusal Unexpected() => Refusal.Invalid(Current.Kind == FilterTokenKind.End
        ? $"Invalid expression: Syntax error: the filter '{filter}' ends too early."
        : $"Invalid expression: Syntax error at position {Current.At} in '{filter}': unexpected '{Current.Text}'.");

    private static Comparison? Named(string word) => word switch
    {
        "eq" => Comparison.Equal,
        "ne" => Comparison.NotEqual,
        "gt" => Comparison.Greater,
        "ge" => Comparison.GreaterOrEqual,
        "lt" => Comparison.Less,
        "le" => Comparison.LessOrEqual,
        _ => null,
    };
}
