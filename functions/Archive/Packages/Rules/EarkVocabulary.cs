namespace Archive.Packages.Rules;

/// <summary>
/// The DILCIS Board's value lists (<c>CSIPVocabulary*.xml</c>, <c>SIPVocabulary*.xml</c>), with the terms of its older lists: a list changes, and what it
/// had stays in use. Terms are compared without regard to case and to which dash is written, since the Board's own examples differ from its lists in
/// both.
/// </summary>
internal static partial class EarkVocabulary
{
    /// <summary>What stands for a term its list lacks; another attribute says it then.</summary>
    public const string Other = "OTHER";

    public static readonly string[] PackageTypes = ["SIP", "AIP", "DIP", "AIU", "AIC"];
    public static readonly string[] Statuses = ["CURRENT", "SUPERSEDED"];
    public static readonly string[] NoteTypes = [MetsVocabulary.SoftwareVersion, MetsVocabulary.IdentificationCode];
    public static readonly string[] RecordStatuses = ["NEW", "SUPPLEMENT", "REPLACEMENT", "TEST", "VERSION", "DELETE", Other];

    private static readonly HashSet<string> Categories = new(StringComparer.OrdinalIgnoreCase)
    {
        "Textual works - Print", "Textual works - Digital", "Textual works - Electronic Serials", "Digital Musical Composition (score-based representations)",
        "Musical Scores - Print", "Musical Scores - Digital", "Photographs - Print", "Photographs - Digital", "Other Graphic Images - Print",
        "Other Graphic Images - Digital",
        "Microforms", "Audio - On Tangible Medium (digital or analog)", "Audio - Media-independent (digital)", "Motion Pictures - Digital and Physical Media",
        "Video - File-based and Physical Media", "Software", "Software and Video Games", "Email", "Datasets", "Geospatial Data",
        "Geographic Information System (GIS) - Vector Data", "GIS Raster and Georeferenced Images", "GIS Vector and Raster Combined", "Non-GIS Cartographic",
        "2D and 3D Computer Aided Design", "Design (schematics, architectural drawings) - Print", "Scanned 3D Objects (output from photogrammetry scanning)",
        "Databases",
        "Websites", "Web Archives", "Collection", "Event", "Image", "Interactive resource", "Moving image", "Sound", "Still image", "Text", "Physical object",
        "Service",
        "Mixed", Other,
    };

    private static readonly HashSet<string> InformationTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "ERMS", "SMURFERMS", "SMURFSFSB", "SIARD1", "SIARD2", "SIARDDK", "GeoData", "GeoVectorGML", "GeoRasterGeotiff", "MIXED", Other,
    };

    /// <summary>Whether it is a content category: what <c>mets/@TYPE</c> says.</summary>
    public static bool IsCategory(string text) => Categories.Contains(text.Replace('–', '-'));

    /// <summary>Whether it is a content information type. Its specifications are listed with their versions, which come faster than the list does.</summary>
    public static bool IsInformationType(string text) => InformationTypes.Contains(text) || Versioned().IsMatch(text);

    public static bool IsOther(string? text) => Other.Equals(text, StringComparison.OrdinalIgnoreCase);

    [System.Text.RegularExpressions.GeneratedRegex("^cits[a-z0-9]+_v[0-9]+_[0-9]+$",
        System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.IgnoreCase)]
    private static partial System.Text.RegularExpressions.Regex Versioned();
}
