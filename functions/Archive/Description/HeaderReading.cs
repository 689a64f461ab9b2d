using Archive.Records;

namespace Archive.Description;

/// <summary>The statements a header gives, each weighed by the signs that bear it out.</summary>
internal static class HeaderReading
{
    private const double Torn = 0.65;
    private const double MonthOnly = 0.6;
    private const double YearOnly = 0.5;

    /// <summary>All of them, at most one per field.</summary>
    /// <param name="header">The header.</param>
    /// <param name="lines">The first page's, those of the header among them.</param>
    public static IReadOnlyList<Statement> Of(PageHeader header, IReadOnlyList<PageCell> lines)
    {
        var number = NumberLine.Find(header);
        var issuer = IssuerLines.Find(header, number);
        var about = SubjectLines.UnderNumber(header, number);
        var type = TypeReading.Of(header.Heading, number?.Symbol, about is not null, header.Body.Count > 0 && header.Body[0].Begins("kinhgui"));
        return
        [
            .. Issuer(header, issuer, number),
            .. Identification(header, number, issuer, type),
            .. Dated(header, DateLine.Find(header, number), number),
            .. type is null ? (Statement[])[] : [Said(Field.TypeName, type.Type.Code, type.Confidence, type.Where)],
            .. Subject(header, about, type),
            .. header.Heading is null && about is null && number is null ? List(ListTitle.Find(lines)) : [],
        ];
    }

    private static IEnumerable<Statement> Issuer(PageHeader header, IssuerLines? issuer, NumberLine? number)
    {
        // With neither title nor number on the page any capitals might be taken for a name.
        if (issuer is null || (!header.HasTitle && number is null && !issuer.IsAgency))
            yield break;
        var signs = number?.Symbol is { } symbol && issuer.Signs(symbol);
        var place = header.HasTitle && header.TwoColumns ? 0.65 : header.HasTitle ? 0.5 : 0.35;
        var confidence = Evidence.Of(place, Evidence.If(issuer.ByBold, 0.5), Evidence.If(signs, 0.6));
        yield return Said(Field.OrganName, issuer.Issuer, confidence, issuer.Cell.Where);
        if (issuer.Parent is not null)
            yield return Said(Field.ParentOrganName, issuer.Parent, confidence, issuer.Cell.Where);
    }

    private static IEnumerable<Statement> Identification(PageHeader header, NumberLine? number, IssuerLines? issuer, TypeReading? type)
    {
        if (number?.Symbol is not { } symbol)
            yield break;
        var known = DocumentType.ByAbbreviation(Notation.TypeGroup(symbol)) is not null || type?.Type == DocumentType.OfficialLetter;
        var confidence = Evidence.Of(
            number.Introduced && header.HasTitle ? 0.65 : number.Introduced ? 0.5 : 0.3,
            Evidence.If(number.Number is not null, 0.4),
            Evidence.If(known, 0.5),
            Evidence.If(issuer is not null && issuer.Signs(symbol), 0.4));
        // What follows the notation in its column may be the rest of it, torn off where the file has a blank.
        var torn = number.Rest.Any(char.IsLetter) && (number.Cell.Column == HeaderColumn.Left || !DateLine.Is(number.Rest));
        if (number.Number is not null)
            yield return Said(Field.CodeNumber, number.Number, confidence, number.Cell.Where);
        yield return Said(Field.CodeNotation, symbol, torn ? Math.Min(Torn, confidence) : confidence, number.Cell.Where);
    }

    private static IEnumerable<Statement> Dated(PageHeader header, DateLine? line, NumberLine? number)
    {
        if (line is null)
            yield break;
        var beside = number is not null && Math.Abs(number.Cell.Cell.Middle - line.Cell.Cell.Middle) < 1.5 * line.Cell.Cell.Height;
        var placed = beside || line.Cell.Column == HeaderColumn.Right;
        var confidence = Evidence.Of(header.HasTitle ? 0.65 : 0.5, Evidence.If(line.Place is not null, 0.5), Evidence.If(placed, 0.5));
        if (line.Place is not null)
            yield return Said(Field.Place, line.Place, confidence, line.Cell.Where);
        if (line.Date is { } date)
            yield return Said(Field.IssuedDate, date.ToString(), date.Day is not null ? confidence : Partial(date), line.Cell.Where);
    }

    private static double Partial(PartialDate date) => date.Month is not null ? MonthOnly : YearOnly;

    private static IEnumerable<Statement> Subject(PageHeader header, SubjectLines? about, TypeReading? type)
    {
        if (header.Heading is not null && SubjectLines.Under(header.Heading, header.Body) is { } under)
        {
            var confidence = Evidence.Of(0.6, Evidence.If(under.Ended, 0.5), Evidence.If(under.Bold, 0.5), Evidence.If(type?.Agreed == true, 0.3));
            yield return Said(Field.Subject, under.Text, confidence, under.Where);
        }
        else if (about is not null)
        {
            var letter = type?.Type == DocumentType.OfficialLetter && type.Agreed;
            yield return Said(Field.Subject, about.Text, Evidence.Of(0.7, Evidence.If(about.Ended, 0.4), Evidence.If(letter, 0.5)), about.Where);
        }
    }

    private static Statement[] List(ListTitle? list) =>
        list is null ? [] : [Said(Field.Subject, list.Text, Evidence.Of(0.6, Evidence.If(list.Named, 0.6)), "page 1, above the table")];

    private static Statement Said(string field, string value, double confidence, string where) =>
        new(field, value, StatementSource.Document, confidence, where);
}
