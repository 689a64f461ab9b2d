using Archive.Description;

namespace Archive.Packages.Legacy;

/// <summary>
/// The element names of TT 02/2019/TT-BNV and of NĐ 30/2020, annex VI, by which a description is told and its fields are found. Compared without namespace and
/// case. Data, not rules.
/// </summary>
internal static class LegacyNames
{
    /// <summary>The parts a dossier's code is composed of, in their order.</summary>
    public static readonly string[] CodeParts = ["Identifier", "OrganId", "FileCatalog", "FileNotation"];

    public const string FileCode = "FileCode";
    public const string DocOrdinal = "DocOrdinal";
    public const string DocCode = "DocCode";

    /// <summary>What says who may use it.</summary>
    public static readonly string[] Access = ["Rights", "Mode"];

    /// <summary>What a retention without a code of TT 05/2025 was, in the words it was given in.</summary>
    public const string Retention = "maintenanceGiven";

    /// <summary>Where a document is a document: its place in a dossier.</summary>
    public static readonly string[] DocumentKeys = [DocCode, DocOrdinal, FileCode, "FileCatalog", "FileNotation"];

    /// <summary>What is said of documents only.</summary>
    public static readonly string[] DocumentFields = ["Subject", "TypeName", "CodeNumber", "CodeNotation", "IssuedDate", "OrganName", "PageAmount"];

    /// <summary>What is said of photos only.</summary>
    public static readonly string[] PhotoFields = ["ImageTitle", "Photographer", "PhotoPlace", "PhotoTime", "FilmSize"];

    /// <summary>What is said of recordings only.</summary>
    public static readonly string[] MediaFields = ["MovieTitle", "Recorder", "RecordPlace", "RecordDate", "PlayTime"];

    /// <summary>Elements that name a document's file. None is of the standard, which has none that is known: they are what programs write.</summary>
    public static readonly string[] FileNames =
        ["FileName", "FilePath", "Path", "Attachment", "AttachmentName", "AttachFile", "AttachedFile", "DocFile", "FileAttach", "FileDinhKem", "TenTep"];

    /// <summary>Fields whose names in TT 05/2025 differ by more than the case of their first letter; of a document, then of a dossier.</summary>
    private static readonly Dictionary<string, string> OfDocument = new(StringComparer.OrdinalIgnoreCase)
    {
        [DocCode] = Field.DocId, ["Rights"] = Field.Mode, ["PageAmount"] = Field.NumberOfPage, ["PageTotal"] = Field.NumberOfPage,
    };

    private static readonly Dictionary<string, string> OfDossier = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Rights"] = Field.Mode, ["DocTotal"] = "totalDoc", ["PageTotal"] = Field.NumberOfPage, ["PageAmount"] = Field.NumberOfPage,
    };

    /// <summary>The archive's name of a field of a document.</summary>
    public static string DocumentField(string name) => OfDocument.GetValueOrDefault(name) ?? FieldRules.Of(name)?.Name ?? Small(name);

    /// <summary>The archive's name of a field of a dossier.</summary>
    public static string DossierField(string name) => OfDossier.GetValueOrDefault(name) ?? Small(name);

    private static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
