using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary>The search text as Lucene runs it, in the service's two syntaxes. Both are Lucene's own parsers, as they are in the service.</summary>
internal static class QueryText
{
    private const int LongestText = 100_000;
    private const int DeepestNesting = 100;

    /// <summary>Reads the text over the named searchable fields, or over all of them.</summary>
    public static Query Parse(IndexDefinition index, string? text, IReadOnlyList<string> searchFields, bool full, bool all)
    {
        if (text?.Trim() is null or "" or "*")
            return new MatchAllDocsQuery();
        if (text.Length > LongestText)
            throw Refusal.Invalid($"The search text is longer than {LongestText} characters.");
        RefuseDeepNesting(text);
        var fields = searchFields.Count > 0
            ? [.. searchFields.Select(name => index.Demand(name, "searchFields", field => field.IsSearchable, "searchable").Name)]
            : index.Fields.Where(field => field.IsSearchable).Select(field => field.Name).ToArray();
        try
        {
            return (full ? Full(index, fields, text, all) : Simple(index, fields, text, all)) ?? new BooleanQuery();
        }
        catch (ParseException wrong)
        {
            throw Refusal.Invalid($"Failed to parse query string '{text}': {wrong.Message}");
        }
    }

    private static Query Full(IndexDefinition index, string[] fields, string text, bool all) =>
        new FullSyntax(index, fields) { DefaultOperator = all ? Operator.AND : Operator.OR }.Parse(text);

    private static Query? Simple(IndexDefinition index, string[] fields, string text, bool all) =>
        new SimpleSyntax(index, fields) { DefaultOperator = all ? Occur.MUST : Occur.SHOULD }.Parse(text);

    /// <summary>The parsers call themselves for every parenthesis; an unbounded text would end the process, not the request.</summary>
    private static void RefuseDeepNesting(string text)
    {
        var depth = 0;
        foreach (var letter in text)
        {
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (depth > DeepestNesting)
                throw Refusal.Invalid($"The query is nested deeper than {DeepestNesting} levels.");
        }
    }
}
