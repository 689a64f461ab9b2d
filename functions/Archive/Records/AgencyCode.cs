namespace Archive.Records;

/// <summary>
/// An agency's identifier (mã định danh cơ quan), left to right as QĐ 20/2020/QĐ-TTg writes it: <c>H26.05</c>. The older right-to-left
/// form of QCVN 102:2016 (<c>000.00.05.H26</c>) is read and turned round; 13 characters are not enforced.
/// </summary>
public readonly record struct AgencyCode
{
    /// <summary>The longest code QĐ 20/2020 allows.</summary>
    public const int MaxLength = 35;

    private AgencyCode(string value) => Value = value;

    /// <summary>The code, left to right, upper case.</summary>
    public string Value { get; }

    /// <summary>Reads a code in either order; false for anything that cannot be one.</summary>
    public static bool TryParse(string? text, out AgencyCode code)
    {
        code = default;
        if (text is null or { Length: 0 or > MaxLength })
            return false;

        var levels = text.ToUpperInvariant().Split('.');
        if (!levels.All(IsLevel))
            return false;

        if (!IsTop(levels[0]) && IsTop(levels[^1]))
            levels = [.. levels.Reverse().TakeWhile(level => level.Trim('0').Length > 0)];

        code = new AgencyCode(string.Join('.', levels));
        return IsTop(levels[0]);
    }

    /// <summary>Reads a code out of the archive's own rows; anything else is a defect.</summary>
    public static AgencyCode Parse(string text) => TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not an agency code.");

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsLevel(string level) => level.Length is > 0 and <= 13 && level.All(char.IsAsciiLetterOrDigit);

    /// <summary>The top level is a letter (G central, H province, …) and digits.</summary>
    private static bool IsTop(string level) => level.Length > 1 && char.IsAsciiLetterUpper(level[0]) && level.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
