using Lucene.Net.QueryParsers.Simple;
using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary>The service's simple syntax: Lucene's without fuzzy and near, which the service does not have there.</summary>
internal sealed class SimpleSyntax(IndexDefinition index, string[] fields)
    : SimpleQueryParser(index.QueryAnalysis, fields.ToDictionary(field => field, _ => 1f), Played)
{
    private const Operator Played =
        Operator.AND_OPERATOR | Operator.OR_OPERATOR
        | Operator.NOT_OPERATOR | Operator.PHRASE_OPERATOR
        | Operator.PREFIX_OPERATOR | Operator.PRECEDENCE_OPERATORS
        | Operator.ESCAPE_OPERATOR | Operator.WHITESPACE_OPERATOR;

    /// <summary>A prefix is lower-cased and nothing more, as in the service: it is not analysed, so not folded.</summary>
    protected override Query NewPrefixQuery(string text) => base.NewPrefixQuery(text.ToLowerInvariant());
}
