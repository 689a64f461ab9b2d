using System.Globalization;
using Archive.ReadingRoom;
using Archive.Records;

namespace Archive.Catalogue;

/// <summary>The conditions of a request as an OData filter. Starts from what the caller may see: no other condition can widen that.</summary>
internal sealed class CatalogueFilter
{
    private readonly List<string> conditions = [];

    public CatalogueFilter(IEnumerable<string> marks) => conditions.Add(Opened(marks));

    /// <summary>The first parameter that makes no sense, or null.</summary>
    public string? Refused { get; private set; }

    public static CatalogueFilter Of(CatalogueRequest request, IEnumerable<string> marks) => new CatalogueFilter(marks)
        .With("agency", request.Agency, text => AgencyCode.TryParse(text, out var code) ? Same(CatalogueField.Agency, code.Value) : null)
        // Codes are compared as they were given, blanks at their ends and all; only the forms of one letter are one.
        .With("dossier", request.Dossier, _ => request.Dossier!.Length <= CatalogueEntry.MostTerm ? InDossier(CatalogueEntry.Term(request.Dossier)) : null)
        .With("type", request.Type, text => text.Length <= CatalogueEntry.MostTerm ? Same(CatalogueField.Type, Vietnamese.Compose(text)) : null)
        .With("issuer", request.Issuer, text => text.Length <= CatalogueEntry.MostTerm ? Same(CatalogueField.IssuerFolded, Vietnamese.Fold(text)) : null)
        .With("year", request.Year, text => text.Length == 4 && text.All(char.IsAsciiDigit) ? $"{CatalogueField.Year} eq {int.Parse(text, CultureInfo.InvariantCulture)}" : null)
        // A date given as a year or month may mean any of its days: it is found by every span that touches it.
        .With("from", request.From, text => PartialDate.TryParse(text, out var date) ? $"{CatalogueField.IssuedTo} ge {Literal(VietnamTime.StartOf(date.Earliest))}" : null)
        .With("to", request.To, text => PartialDate.TryParse(text, out var date) ? $"{CatalogueField.IssuedFrom} le {Literal(VietnamTime.EndOf(date.Latest))}" : null)
        .With("admitted", request.Admitted, Admitted)
        .With("access", request.Access, text => text is "01" or "02" ? Same(CatalogueField.Access, text) : null)
        .With("custody", request.Custody, text => text is "agency" or "historical" ? Same(CatalogueField.Custody, text) : null);

    /// <summary>Only what an archivist should look at, for one reason or for any.</summary>
    public CatalogueFilter Doubtful(string? reason)
    {
        conditions.Add($"{CatalogueField.Doubts}/any()");
        return With("reason", reason, text => Description.Doubt.Codes.Contains(text) ? $"{CatalogueField.Doubts}/any(d: d eq '{text}')" : null);
    }

    /// <summary>No record: for a query without a single letter or digit, which finds nothing rather than everything.</summary>
    public void Nothing() => conditions.Add(Same(CatalogueField.Id, ""));

    /// <summary>Every record once, whole: one of the two marks stands in each whole entry, and in no other.</summary>
    public static string Whole { get; } = Opened([Visibility.Anyone, Visibility.Archivist]);

    /// <summary>An agency's records, whole, that may have a dossier for their own: codes are composed and cut in the index, so what it proposes is compared with the rows.</summary>
    public static string OfDossier(AgencyCode agency, string fileCode) =>
        $"{OfAgency(agency)} and {Same(CatalogueField.FileCode, CatalogueEntry.Term(fileCode))}";

    /// <summary>An agency's records, whole.</summary>
    public static string OfAgency(AgencyCode agency) => $"{Whole} and {Same(CatalogueField.Agency, agency.Value)}";

    public override string ToString() => string.Join(" and ", conditions);

    private static string Opened(IEnumerable<string> marks) => $"{CatalogueField.Readers}/any(r: search.in(r, '{string.Join(',', marks)}', ','))";

    private static string? Admitted(string month) => DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        ? $"{CatalogueField.AdmittedAt} ge {Literal(VietnamTime.StartOf(first))} and {CatalogueField.AdmittedAt} le {Literal(VietnamTime.EndOf(first.AddMonths(1).AddDays(-1)))}"
        : null;

    private static string InDossier(string code) => $"({Same(CatalogueField.FileCode, code)} or {CatalogueField.AlsoIn}/any(d: {Same("d", code)}))";

    private static string Same(string field, string value) => $"{field} eq '{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Literal(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private CatalogueFilter With(string parameter, string? value, Func<string, string?> condition)
    {
        if (string.IsNullOrWhiteSpace(value))
            return this;
        if (condition(value.Trim()) is { } sound)
            conditions.Add(sound);
        else
            Refused ??= parameter;
        return this;
    }
}
