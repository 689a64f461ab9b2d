using Archive.Description;

namespace Archive.Packages.Rules;

/// <summary>
/// The data sets of a submission package (TT 05/2025, annexes III and IV) and of a request (annex V). Data, not rules. Which fields of a photo or a
/// recording are required no source at hand says: those are, that are required of every document.
/// </summary>
internal static class DescriptionForm
{
    private static readonly FieldRule Maintenance = FieldRules.Of(Field.Maintenance)!;
    private static readonly FieldRule Mode = FieldRules.Of(Field.Mode)!;
    private static readonly FieldRule Format = FieldRules.Of(Field.Format)!;
    private static readonly FieldRule InforSign = FieldRules.Of(Field.InforSign)!;
    private static readonly FieldRule RiskRecovery = FieldRules.Of(Field.RiskRecovery)!;
    private static readonly FieldRule RiskRecoveryStatus = FieldRules.Of(Field.RiskRecoveryStatus)!;
    private static readonly FieldRule Language = FieldRules.Of(Field.Language)!;
    private static readonly FieldRule Keyword = FieldRules.Of(Field.Keyword)!;
    private static readonly FieldRule ConfidenceLevel = FieldRules.Of(Field.ConfidenceLevel)!;
    private static readonly FieldRule DocCode = FieldRules.Of(Field.DocCode)!;
    private static readonly FieldRule Note = FieldRules.Of(Field.Description)!;
    private static readonly FieldRule FileCode = Required(Field.FileCode, FieldKind.Text, 100, "arcFileCode");

    /// <summary>What a dossier says of all its documents where they do not say it themselves (annex III: default from the dossier).</summary>
    public static readonly string[] FromDossier = [Field.Maintenance, Field.Mode, Field.Language, Field.ConfidenceLevel, Field.RiskRecovery, Field.RiskRecoveryStatus];

    private static readonly FieldRule[] Dossier =
    [
        FileCode, Required("title", FieldKind.Text, 1000), Maintenance, Mode, Language, Required("startDate", FieldKind.Date, 10), Required("endDate", FieldKind.Date, 10), Keyword,
        Required("totalDoc", FieldKind.Size, 10), Optional("numberOfPaper", FieldKind.Size, 10), Required(Field.NumberOfPage, FieldKind.Size, 10), Format, InforSign, ConfidenceLevel,
        Optional(CircularFields.PaperFileCode, FieldKind.Text, 100), RiskRecovery, RiskRecoveryStatus, Optional(Field.Description, FieldKind.Text, 2000),
    ];

    private static readonly FieldRule[] Batch =
    [
        FileCode, Required("title", FieldKind.Text, 1000), Required(CircularFields.Source, FieldKind.Flag, 1), Required("totalDoc", FieldKind.Size, 10), Optional(Field.Description, FieldKind.Text, 2000),
    ];

    private static readonly FieldRule[] Request =
    [
        Required("requestID", FieldKind.Text, 100), Required("requestDate", FieldKind.Date, 10), Required(CircularFields.Purpose, FieldKind.Code, 100), Required("purposeContent", FieldKind.Text, 500),
        Optional(CircularFields.FeeObjectType, FieldKind.Code, 100), Optional("researchTopic", FieldKind.Text, 250), Optional(Field.Description, FieldKind.Text, 2000),
    ];

    /// <summary>The 21 fields of <c>EAD_doc</c>: those of a sidecar but the code of the dossier, and none of NĐ 30/2020's.</summary>
    private static readonly FieldRule[] Document =
        [.. FieldRules.All.TakeWhile(rule => rule.Name != Field.ParentOrganName).Where(rule => rule.Name != Field.FileCode)];

    private static readonly FieldRule[] Photo =
    [
        DocCode, Maintenance, Required(Field.TypePic, FieldKind.Code, 2), Optional(Field.ArchivesNumber, FieldKind.Text, 50), InforSign, Optional(Field.EventName, FieldKind.Text, 500),
        Optional(Field.ImageTitle, FieldKind.Text, 500), Optional(Field.Photographer, FieldKind.Text, 300), Optional(Field.PhotoPlace, FieldKind.Text, 300), Optional(Field.PhotoTime, FieldKind.Date, 10),
        Optional(Field.Colour, FieldKind.Code, 2), Optional(Field.FilmSize, FieldKind.Text, 30), Optional(Field.DocAttached, FieldKind.Flag, 1), Mode, Format, RiskRecovery, RiskRecoveryStatus, Note,
    ];

    private static readonly FieldRule[] Media =
    [
        DocCode, Maintenance, Required(Field.TypeMedia, FieldKind.Code, 2), Optional(Field.ArchivesNumber, FieldKind.Text, 50), InforSign, Optional(Field.EventName, FieldKind.Text, 500),
        Optional(Field.MovieTitle, FieldKind.Text, 500), Optional(Field.Recorder, FieldKind.Text, 300), Optional(Field.RecordPlace, FieldKind.Text, 300), Optional(Field.RecordDate, FieldKind.Date, 10),
        Language with { Required = false }, Optional(Field.PlayTime, FieldKind.Text, 8), Optional(Field.DocAttached, FieldKind.Flag, 1), Mode, Optional(Field.Quality, FieldKind.Text, 50), Format,
        RiskRecovery, RiskRecoveryStatus, Note,
    ];

    /// <summary>The fields of what is described.</summary>
    public static IReadOnlyList<FieldRule> Of(DescriptionKind kind) => kind switch
    {
        DescriptionKind.Dossier => Dossier,
        DescriptionKind.Batch => Batch,
        DescriptionKind.Request => Request,
        DescriptionKind.Document => Document,
        DescriptionKind.Photo => Photo,
        DescriptionKind.Media => Media,
        _ => [],
    };

    private static FieldRule Required(string name, FieldKind kind, int length, params string[] otherNames) => new(name, kind, length, true, otherNames);

    private static FieldRule Optional(string name, FieldKind kind, int length) => new(name, kind, length);
}
