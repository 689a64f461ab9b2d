using System.Collections.Frozen;

namespace Archive.Description;

/// <summary>The document fields with their limits: TT 05/2025/TT-BNV, annex on SIP (EAD_doc), then NĐ 30/2020, annex VI, then what EAD_pic and EAD_media have beside. Data, not rules.</summary>
internal static class FieldRules
{
    /// <summary>Not a descriptive field: what the depositor says the document's SHA-256 is.</summary>
    public const string Digest = "sha256";

    /// <summary>Not a descriptive field: what the depositor says the document's size in bytes is.</summary>
    public const string Size = "size";

    /// <summary>All of them, in the standard's order.</summary>
    public static readonly IReadOnlyList<FieldRule> All =
    [
        new(Field.DocId, FieldKind.Text, 25, Required: true),
        new(Field.DocCode, FieldKind.Text, 100, Required: true, "arcDocCode"),
        new(Field.FileCode, FieldKind.Text, 100, false, "arcFileCode"),
        new(Field.Maintenance, FieldKind.Code, 100, Required: true),
        new(Field.TypeName, FieldKind.Type, 100, Required: true),
        new(Field.CodeNumber, FieldKind.Text, 11),
        new(Field.CodeNotation, FieldKind.Text, 30),
        new(Field.IssuedDate, FieldKind.Date, 10, Required: true),
        new(Field.OrganName, FieldKind.Text, 200, Required: true),
        new(Field.Subject, FieldKind.Text, 500, Required: true),
        new(Field.Language, FieldKind.Codes, 100, Required: true),
        new(Field.NumberOfPage, FieldKind.Count, 4, Required: true, "pageAmount"),
        new(Field.InforSign, FieldKind.Text, 30),
        new(Field.Keyword, FieldKind.Text, 100),
        new(Field.Mode, FieldKind.Code, 30, Required: true, "rights"),
        new(Field.ConfidenceLevel, FieldKind.Code, 40),
        new(Field.Autograph, FieldKind.Text, 2000),
        new(Field.Format, FieldKind.Code, 50),
        new(Field.Process, FieldKind.Flag, 5),
        new(Field.RiskRecovery, FieldKind.Flag, 5, Required: true),
        new(Field.RiskRecoveryStatus, FieldKind.Code, 30),
        new(Field.Description, FieldKind.Text, 500),
        new(Field.ParentOrganName, FieldKind.Text, 200, false, "organizationInCharge", "organInCharge"),
        new(Field.Place, FieldKind.Text, 100),
        new(Field.SignerPosition, FieldKind.Text, 100, false, "signerInfo.position"),
        new(Field.SignerName, FieldKind.Text, 50, false, "signerInfo.fullName", "signerInfo.signer", "signer"),
        new(Field.Recipients, FieldKind.Text, 2000, false, "to"),
        new(Field.Priority, FieldKind.Text, 30),
        new(Field.TypePic, FieldKind.Text, 30),
        new(Field.ArchivesNumber, FieldKind.Text, 50),
        new(Field.EventName, FieldKind.Text, 500),
        new(Field.ImageTitle, FieldKind.Text, 500),
        new(Field.Photographer, FieldKind.Text, 300),
        new(Field.PhotoPlace, FieldKind.Text, 300),
        new(Field.PhotoTime, FieldKind.Text, 10),
        new(Field.Colour, FieldKind.Text, 50),
        new(Field.FilmSize, FieldKind.Text, 30),
        new(Field.DocAttached, FieldKind.Text, 300),
        new(Field.TypeMedia, FieldKind.Text, 30),
        new(Field.MovieTitle, FieldKind.Text, 500),
        new(Field.Recorder, FieldKind.Text, 300),
        new(Field.RecordPlace, FieldKind.Text, 300),
        new(Field.RecordDate, FieldKind.Text, 10),
        new(Field.PlayTime, FieldKind.Text, 8),
        new(Field.Quality, FieldKind.Text, 50),
        new(Digest, FieldKind.Digest, 64),
        new(Size, FieldKind.Size, 19),
    ];

    private static readonly FrozenDictionary<string, FieldRule> Names = All
        .SelectMany(rule => rule.OtherNames.Append(rule.Name).Select(name => (name, rule)))
        .ToFrozenDictionary(named => named.name, named => named.rule, StringComparer.OrdinalIgnoreCase);

    /// <summary>Fields required of a document that the data sets of photos and recordings have no place for.</summary>
    public static readonly string[] OfDocumentsOnly =
        [Field.DocId, Field.TypeName, Field.IssuedDate, Field.OrganName, Field.Subject, Field.Language, Field.NumberOfPage];

    /// <summary>The rule of a field by any of its names, whatever the case; null for a field no profile knows.</summary>
    public static FieldRule? Of(string name) => Names.GetValueOrDefault(name.Trim());
}
