using Lucene.Net.Index;
using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary>What a suggestion and a completion are made from: text typed so far, over the suggester's fields.</summary>
internal sealed record SuggestionQuery(IndexDefinition Index, string Text, IReadOnlyList<FieldDefinition> Fields, Filter? Filter, int Top, HighlightTags? Tags, bool Coverage)
{
    private const int DefaultTop = 5;
    private const int LargestTop = 100;
    private const int LongestText = 100;

    /// <summary>The properties suggestions and completions have in common. <c>fuzzy: true</c> is refused when read.</summary>
    public static SuggestionQuery Read(IndexDefinition index, RequestBody body)
    {
        var name = body.Required("suggesterName");
        if (index.Suggester is not { } suggester || suggester.Name != name)
            throw Refusal.Invalid($"The specified suggester name '{name}' does not exist in this index definition.");
        if (body.Flag("fuzzy") == true)
            throw Refusal.NotPlayed("'fuzzy' in suggestions and completions");
        var text = body.Required("search");
        if (text.Length > LongestText)
            throw Refusal.Invalid($"The search text must have between 1 and {LongestText} characters.");
        var top = body.Count("top") ?? DefaultTop;
        if (top is 0 or > LargestTop)
            throw Refusal.Invalid($"Value must be between 1 and {LargestTop}. Parameter name: $top");
        return new(index, text, ReadFields(body, suggester), SearchRequest.ReadFilter(index, body), top, HighlightTags.Read(body), SearchRequest.ReadCoverage(body));
    }

    /// <summary>The terms typed, in the field's own analysis; the last of them is unfinished.</summary>
    public string[] Terms(FieldDefinition field) => [.. Index.QueryAnalysis.Tokens(field.Name, Text).Select(token => token.Term)];

    /// <summary>Documents with every term typed in one of the fields, the last as a prefix.</summary>
    public Query Documents()
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var field in Fields)
        {
            if (Typed(field) is { } typed)
                any.Add(typed, Occur.SHOULD);
        }

        return any;
    }

    /// <summary>What was typed as a query over one field; null when its analysis leaves nothing of it.</summary>
    public Query? Typed(FieldDefinition field)
    {
        if (Terms(field) is not [.. var whole, var last])
            return null;
        var all = new BooleanQuery(disableCoord: true);
        foreach (var term in whole)
            all.Add(new TermQuery(new Term(field.Name, term)), Occur.MUST);
        all.Add(new PrefixQuery(new Term(field.Name, last)), Occur.MUST);
        return all;
    }

    private static IReadOnlyList<FieldDefinition> ReadFields(RequestBody body, SuggesterDefinition suggester)
    {
        var names = body.Names("searchFields");
        return names.Count == 0 ? suggester.Sources : [.. names.Select(name => suggester.Sources.FirstOrDefault(source => source.Name == name)
            ?? throw Refusal.Invalid($"The field '{name}' is not part of the suggester '{suggester.Name}'."))];
    }
}
