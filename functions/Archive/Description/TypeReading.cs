namespace Archive.Description;

/// <summary>The document's type, from its heading, its notation and the shape of its header.</summary>
/// <param name="Type">The type.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Agreed">Whether two of the signs agree.</param>
/// <param name="Where">Where the decisive sign stands.</param>
internal sealed record TypeReading(DocumentType Type, double Confidence, bool Agreed, string Where)
{
    private const double Contradicted = 0.55;
    private const double NotationOnly = 0.65;
    private const string Heading = "page 1, heading";
    private const string Left = "page 1, left column";

    /// <summary>
    /// The heading decides where there is one; the notation's abbreviation bears it out or makes it doubtful. Without a heading, <c>V/v</c> under
    /// the number or a notation without a type's abbreviation makes a công văn. Null without any sign.
    /// </summary>
    public static TypeReading? Of(TypeHeading? heading, string? symbol, bool about, bool addressed)
    {
        var group = symbol is null ? "" : Notation.TypeGroup(symbol);
        var abbreviated = DocumentType.ByAbbreviation(group);
        if (heading is not null)
            return OfHeading(heading, abbreviated, group);

        var letter = symbol is not null && (abbreviated is null || abbreviated == DocumentType.OfficialLetter);
        var sure = symbol is null || letter ? Evidence.Of(0.6, Evidence.If(letter, 0.6), Evidence.If(addressed, 0.5)) : Contradicted;
        if (about)
            return new(DocumentType.OfficialLetter, sure, letter, Left);
        if (abbreviated is not null)
            return new(abbreviated, NotationOnly, false, Left);
        return letter ? new(DocumentType.OfficialLetter, Evidence.Of(0.5, Evidence.If(addressed, 0.5)), addressed, Left) : null;
    }

    private static TypeReading OfHeading(TypeHeading heading, DocumentType? abbreviated, string group)
    {
        var alone = heading.Alone ? 0.6 : 0.4;
        var agrees = abbreviated == heading.Type;
        // A reader that lost the accents leaves QD of QĐ: no contradiction, and no full agreement either.
        var unaccented = !agrees && heading.Type.Abbreviation is { } expected && Wording.Letters(expected) == Wording.Letters(group);
        if (abbreviated is not null && !agrees && !unaccented)
            return new(heading.Type, Contradicted, false, Heading);
        return new(heading.Type, Evidence.Of(alone, 0.5, Evidence.If(agrees, 0.7), Evidence.If(unaccented, 0.3)), agrees, Heading);
    }
}
