namespace EmbeddedHost.Search;

/// <summary>
/// Reads the part of OData <c>$filter</c> that is played: comparisons, and/or/not, parentheses, bare booleans, <c>search.in</c> and <c>any</c> over collections.
/// </summary>
internal sealed class FilterParser
{
    /// <summary>Far deeper than a person or the catalogue writes, far shallower than the stack.</summary>
    private const int DeepestNesting = 100;

    private readonly IndexDefinition index;
    private readonly FilterReader reader;
    private (string Name, FieldDefinition Field)? element;
    private int depth;

    private FilterParser(IndexDefinition index, string filter) => (this.index, reader) = (index, new FilterReader(filter));

    /// <summary>Reads a filter; refuses what is wrong or not played, by name.</summary>
    public static FilterExpression Parse(IndexDefinition index, string filter)
    {
        var parser = new FilterParser(index, filter);
        var expression = parser.Or();
        return parser.reader.Current.Kind == FilterTokenKind.End ? expression : throw parser.reader.Unexpected();
    }

    private FilterExpression Or()
    {
        if (++depth > DeepestNesting)
            throw Refusal.Invalid($"Invalid expression: the filter is nested deeper than {DeepestNesting} levels.");
        var parts = new List<FilterExpression> { And() };
        while (reader.Takes("or"))
            parts.Add(And());
        depth--;
        return parts.Count == 1 ? parts[0] : new FilterExpression.Or(parts);
    }

    private FilterExpression And()
    {
        var parts = new List<FilterExpression> { Not() };
        while (reader.Takes("and"))
            parts.Add(element is null ? Not() : throw Refusal.NotPlayed("'and' inside a lambda expression"));
        return parts.Count == 1 ? parts[0] : new FilterExpression.And(parts);
    }

    private FilterExpression Not()
    {
        var negations = 0;
        while (reader.Takes("not"))
            negations++;
        if (negations > 0 && element is not null)
            throw Refusal.NotPlayed("'not' inside a lambda expression");
        var operand = Operand();
        return negations % 2 == 0 ? operand : new FilterExpression.Not(operand);
    }

    private FilterExpression Operand()
    {
        if (reader.Takes('('))
        {
            var inner = Or();
            reader.Demand(')');
            return inner;
        }

        if (reader.Current.Kind != FilterTokenKind.Word || IsConstant(reader.Current.Text))
            return LiteralFirst();
        var name = reader.Take().Text;
        if (reader.Sees('('))
            return Function(name);
        return reader.Sees('/') ? Path(name) : Field(name);
    }

    private static bool IsConstant(string word) => word is "true" or "false" or "null";

    private FilterExpression LiteralFirst()
    {
        var literal = FilterLiteral.Read(reader.Take());
        if (reader.TakeComparison() is not { } by)
            return literal.Value is bool value ? new FilterExpression.Always(value) : throw reader.Unexpected();
        return literal.Compare(Resolve(reader.Demand(FilterTokenKind.Word)), Turned(by), element is not null);
    }

    private static Comparison Turned(Comparison by) => by switch
    {
        Comparison.Greater => Comparison.Less,
        Comparison.GreaterOrEqual => Comparison.LessOrEqual,
        Comparison.Less => Comparison.Greater,
        Comparison.LessOrEqual => Comparison.GreaterOrEqual,
        _ => by,
    };

    private FilterExpression Field(string name)
    {
        var field = Resolve(name);
        if (reader.TakeComparison() is { } by)
            return FilterLiteral.Read(reader.Take()).Compare(field, by, element is not null);
        return field.Type == FieldType.Boolean
            ? new FilterExpression.Compare(field, Comparison.Equal, true)
            : throw Refusal.Invalid($"Invalid expression: '{name}' is not of type 'Edm.Boolean' and cannot stand alone in $filter.");
    }

    /// <summary>A field, or inside a lambda its variable; a collection by itself compares with nothing.</summary>
    private FieldDefinition Resolve(string name)
    {
        if (element is { } bound)
            return bound.Name == name ? bound.Field : throw Refusal.NotPlayed($"The field '{name}' inside a lambda expression over '{bound.Field.Name}'");
        var field = index.Demand(name, "$filter", field => field.IsFilterable, "filterable");
        return field.IsCollection ? throw Refusal.Invalid($"Invalid expression: '{name}' is a collection; use '{name}/any(x: …)'.") : field;
    }

    private FilterExpression.In Function(string name)
    {
        if (name != "search.in")
            throw Refusal.NotPlayed($"The function '{name}' in $filter");
        reader.Demand('(');
        var field = Resolve(reader.Demand(FilterTokenKind.Word));
        reader.Demand(',');
        var list = reader.Demand(FilterTokenKind.Text);
        var delimiters = reader.Takes(',') ? reader.Demand(FilterTokenKind.Text) : ", ";
        reader.Demand(')');
        return field.Type == FieldType.Text
            ? new FilterExpression.In(field, list.Split(delimiters.ToCharArray(), StringSplitOptions.RemoveEmptyEntries))
            : throw Refusal.Invalid($"Invalid expression: 'search.in' works on Edm.String, '{field.Name}' is '{field.EdmName}'.");
    }

    private FilterExpression Path(string name)
    {
        reader.Demand('/');
        var lambda = reader.Demand(FilterTokenKind.Word);
        if (lambda != "any")
            throw Refusal.NotPlayed(lambda == "all" ? "'all' over a collection" : $"The path '{name}/{lambda}' in $filter");
        var field = index.Demand(name, "$filter", field => field.IsFilterable, "filterable");
        if (!field.IsCollection || element is not null)
            throw Refusal.Invalid($"Invalid expression: 'any' cannot be used on '{name}' here.");
        reader.Demand('(');
        var inner = reader.Sees(')') ? new FilterExpression.Present(field) : Lambda(field);
        reader.Demand(')');
        return inner;
    }

    private FilterExpression Lambda(FieldDefinition field)
    {
        element = (reader.Demand(FilterTokenKind.Word), field);
        reader.Demand(':');
        var inner = Or();
        element = null;
        return inner;
    }
}
