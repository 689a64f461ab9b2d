using System.Globalization;

namespace EmbeddedHost.Search;

/// <summary>A constant in a filter.</summary>
internal sealed record FilterLiteral(object? Value, string Written)
{
    /// <summary>Reads a constant: string, long, double, bool, null, or a date as <see cref="DateTime"/>.</summary>
    public static FilterLiteral Read(FilterToken token) => token.Kind switch
    {
        FilterTokenKind.Text => new(token.Text, token.Text),
        FilterTokenKind.Value => new(Number(token), token.Text),
        FilterTokenKind.Word when token.Text is "true" or "false" => new(token.Text == "true", token.Text),
        FilterTokenKind.Word when token.Text is "null" => new(null, token.Text),
        _ => throw Refusal.Invalid($"Invalid expression: Syntax error at position {token.At}: '{token.Text}' is not a constant; only a field can be compared with a constant."),
    };

    /// <summary>The comparison of a field with this constant; refuses one of another type.</summary>
    public FilterExpression Compare(FieldDefinition field, Comparison by, bool insideLambda)
    {
        if (insideLambda && by == Comparison.NotEqual)
            throw Refusal.NotPlayed("'ne' inside a lambda expression");
        if (Value is null)
            return WithNull(field, by);
        object? value = (field.Type, Value) switch
        {
            (FieldType.Text, string) or (FieldType.Int32 or FieldType.Int64, long) or (FieldType.Double, double) => Value,
            (FieldType.Double, long number) => (double)number,
            (FieldType.Date, DateTime date) => date.Ticks,
            (FieldType.Boolean, bool) when by is Comparison.Equal or Comparison.NotEqual => Value,
            _ => null,
        };
        return value is not null
            ? new FilterExpression.Compare(field, by, value)
            : throw Refusal.Invalid($"Invalid expression: A binary operator with incompatible types was detected: '{field.Name}' is 'Edm.{field.Type}', '{Written}' is not comparable with it by '{by}'.");
    }

    private static FilterExpression WithNull(FieldDefinition field, Comparison by) => by switch
    {
        Comparison.Equal => new FilterExpression.Not(new FilterExpression.Present(field)),
        Comparison.NotEqual => new FilterExpression.Present(field),
        _ => throw Refusal.Invalid($"Invalid expression: null can only be compared by 'eq' and 'ne' ('{field.Name}')."),
    };

    private static object Number(FilterToken token)
    {
        if (long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        if (double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction))
            return fraction;
        return FieldValues.Date(token.Text) ?? throw Refusal.Invalid($"Invalid expression: '{token.Text}' at position {token.At} is neither a number nor a date with an offset.");
    }
}
