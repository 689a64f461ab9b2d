using System.Globalization;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;

namespace EmbeddedHost.Search;

/// <summary>The service's full syntax: fielded terms must name searchable fields, ranges are left to <c>$filter</c>.</summary>
internal sealed class FullSyntax : MultiFieldQueryParser
{
    private readonly IndexDefinition index;

    public FullSyntax(IndexDefinition index, string[] fields)
        : base(Analysis.Version, fields, index.QueryAnalysis)
    {
        this.index = index;
        Locale = CultureInfo.InvariantCulture;
    }

    protected override Query GetFieldQuery(string field, string queryText, int slop) => base.GetFieldQuery(Searchable(field), queryText, slop);

    protected override Query GetFieldQuery(string field, string queryText, bool quoted) => base.GetFieldQuery(Searchable(field), queryText, quoted);

    protected override Query GetFuzzyQuery(string field, string termStr, float minSimilarity) => base.GetFuzzyQuery(Searchable(field), termStr, minSimilarity);

    protected override Query GetPrefixQuery(string field, string termStr) => base.GetPrefixQuery(Searchable(field), termStr);

    protected override Query GetWildcardQuery(string field, string termStr) =>
        field == "*" && termStr == "*" ? new MatchAllDocsQuery() : base.GetWildcardQuery(Searchable(field), termStr);

    protected override Query GetRegexpQuery(string field, string termStr) => base.GetRegexpQuery(Searchable(field), termStr);

    protected override Query GetRangeQuery(string field, string part1, string part2, bool startInclusive, bool endInclusive) =>
        throw Refusal.Invalid("Range queries are not supported in the full query syntax; use $filter.");

    private string? Searchable(string? field) =>
        field is null ? null : index.Demand(field, "search", candidate => candidate.IsSearchable, "searchable").Name;
}
