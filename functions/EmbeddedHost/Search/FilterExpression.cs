namespace EmbeddedHost.Search;

/// <summary>The comparisons of OData.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// <summary>A filter, read and checked against the index. A lambda over a collection is the comparison itself: each element is a term of the field.</summary>
internal abstract record FilterExpression
{
    private FilterExpression()
    {
    }

    /// <summary>All of them.</summary>
    public sealed record And(IReadOnlyList<FilterExpression> Parts) : FilterExpression;

    /// <summary>Any of them.</summary>
    public sealed record Or(IReadOnlyList<FilterExpression> Parts) : FilterExpression;

    /// <summary>Everything else, documents without a value included.</summary>
    public sealed record Not(FilterExpression Part) : FilterExpression;

    /// <summary><c>true</c> or <c>false</c> by itself.</summary>
    public sealed record Always(bool Value) : FilterExpression;

    /// <summary>A field against a value: string, long, double or bool; dates as UTC ticks; null asks for documents without one.</summary>
    public sealed record Compare(FieldDefinition Field, Comparison By, object? Value) : FilterExpression;

    /// <summary><c>search.in</c>.</summary>
    public sealed record In(FieldDefinition Field, IReadOnlyList<string> Values) : FilterExpression;

    /// <summary>Some value at all: <c>ne null</c>, or <c>any()</c>.</summary>
    public sealed record Present(FieldDefinition Field) : FilterExpression;
}
