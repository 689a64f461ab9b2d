using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace EmbeddedHost.Search;

/// <summary>A term of a text, where it stands in the order of terms and in the letters.</summary>
internal readonly record struct Token(string Term, int Position, int Start, int End);

/// <summary>The service's analyzers that are played here, by name.</summary>
internal static class Analysis
{
    /// <summary>The Lucene version whose rules all analysis follows.</summary>
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private const string Default = "standard.lucene";
    private const string Vietnamese = "vi.microsoft";

    private static readonly Dictionary<string, Analyzer> Known = new(StringComparer.Ordinal)
    {
        [Default] = new Chain(text => Standard(text, fold: false)),
        ["standardasciifolding.lucene"] = new Chain(text => Standard(text, fold: true)),

        // Microsoft's Vietnamese word breaker is not public. It keeps accents, and so does this: an accented term never meets an unaccented one.
        [Vietnamese] = new Chain(text => Standard(text, fold: false)),
        ["keyword"] = new Chain(text => new(new KeywordTokenizer(text))),
        ["simple"] = new Chain(text => new(new LowerCaseTokenizer(Version, text))),
        ["whitespace"] = new Chain(text => new(new WhitespaceTokenizer(Version, text))),
    };

    /// <summary>Refuses an analyzer that is not played, by name. None means the default.</summary>
    public static void Demand(string? analyzer, string field)
    {
        if (analyzer is not null && !Known.ContainsKey(analyzer))
            throw Refusal.NotPlayed($"The analyzer '{analyzer}' of field '{field}'");
    }

    /// <summary>The analyzer of that name; null is the default one.</summary>
    public static Analyzer Named(string? analyzer) =>
        Known.TryGetValue(analyzer ?? Default, out var found) ? found : throw Refusal.NotPlayed($"The analyzer '{analyzer}'");

    /// <summary>Whether the service allows this analyzer under a suggester.</summary>
    public static bool CanSuggest(string? analyzer) => analyzer is null or Default or Vietnamese;

    /// <summary>Whether the analyzer keeps a value as one term, whose size Lucene limits.</summary>
    public static bool KeepsWhole(string? analyzer) => analyzer is "keyword";

    /// <summary>Each field by its own analyzer, in documents and in queries alike.</summary>
    public static Analyzer PerField(IEnumerable<FieldDefinition> fields, Func<FieldDefinition, string?> analyzer) =>
        new PerFieldAnalyzerWrapper(Named(null), fields.Where(field => field.IsSearchable).ToDictionary(field => field.Name, field => Named(analyzer(field))));

    /// <summary>The terms of a text in order.</summary>
    public static List<Token> Tokens(this Analyzer analyzer, string field, string text)
    {
        using var stream = analyzer.GetTokenStream(field, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        var step = stream.AddAttribute<IPositionIncrementAttribute>();
        var (tokens, position) = (new List<Token>(), -1);
        stream.Reset();
        while (stream.IncrementToken())
            tokens.Add(new(term.ToString()!, position += step.PositionIncrement, offset.StartOffset, offset.EndOffset));
        stream.End();
        return tokens;
    }

    private static TokenStreamComponents Standard(TextReader text, bool fold)
    {
        var tokenizer = new StandardTokenizer(Version, text);
        var lower = new LowerCaseFilter(Version, new StandardFilter(Version, tokenizer));
        return new(tokenizer, fold ? new ASCIIFoldingFilter(lower) : lower);
    }

    private sealed class Chain(Func<TextReader, TokenStreamComponents> components) : Analyzer
    {
        /// <summary>A gap between the values of a collection, so that no phrase runs across two of them.</summary>
        public override int GetPositionIncrementGap(string fieldName) => 100;

        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => components(reader);
    }
}
