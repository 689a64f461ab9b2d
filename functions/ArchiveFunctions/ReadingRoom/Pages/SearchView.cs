using Archive.Catalogue;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Catalogue;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>What the search page shows.</summary>
/// <param name="Asked">As it was asked.</param>
/// <param name="Query">As it was put to the index.</param>
/// <param name="Page">What was found.</param>
/// <param name="Agencies">All agencies, for their names.</param>
public sealed record SearchView(CatalogueRequest Asked, CatalogueQuery Query, CataloguePage Page, IReadOnlyDictionary<AgencyCode, Agency> Agencies)
{
    /// <summary>The dossier whose records are asked for, if there is one for the reader.</summary>
    public Dossier? Dossier { get; init; }

    /// <summary>The conditions in force, as parameters of the address.</summary>
    public IEnumerable<(string Parameter, string Value)> Conditions =>
        from one in new (string Parameter, string? Value)[]
        {
            ("agency", Asked.Agency), ("dossier", Asked.Dossier), ("type", Asked.Type), ("issuer", Asked.Issuer), ("year", Asked.Year),
            ("from", Asked.From), ("to", Asked.To), ("admitted", Asked.Admitted), ("custody", Asked.Custody), ("access", Asked.Access),
        }
        where !string.IsNullOrWhiteSpace(one.Value)
        select (one.Parameter, one.Value);

    /// <summary>Whether anything was asked: an empty box browses everything.</summary>
    public bool IsEmptyRequest => string.IsNullOrWhiteSpace(Asked.Q) && !Conditions.Any();

    /// <summary>The address of the whole list in a form.</summary>
    public string ExportIn(string format, PageFrame frame) =>
        PageFrame.To("/reading-room/export", [.. frame.Query.Where(one => one.Key is not ("continuation" or "size" or "format")).Select(one => (one.Key, (string?)one.Value)), ("format", format)]);

    /// <summary>A value as people call it.</summary>
    public string Called(string parameter, string value, PageWords words) => parameter switch
    {
        "agency" => AgencyCode.TryParse(value, out var code) && Agencies.TryGetValue(code, out var agency) ? agency.NameIn(words.Language) : value,
        "admitted" => Dates.Spoken(value),
        "type" => TypeName(value, words),
        "custody" or "access" => words.OfCode(parameter, value),
        _ => value,
    };

    /// <summary>What of it are records' own words; null where it is only called something here.</summary>
    public static string? Said(string parameter, string value) => parameter is "issuer" or "dossier" || (parameter == "type" && DocumentType.ByCode(value) is null) ? value : null;

    /// <summary>The name of a type of document; what a depositor wrote where it is none of the circular's.</summary>
    public static string TypeName(string code, PageWords words) => DocumentType.ByCode(code) is { } type
        ? words.Language.Name == "vi" ? type.Name : type.EnglishName
        : code;
}
