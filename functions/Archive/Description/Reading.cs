using System.Globalization;
using Archive.Records;

namespace Archive.Description;

/// <summary>What a file is, by its bytes.</summary>
/// <param name="Puid">PRONOM unique id (for example <c>fmt/18</c>), or empty when PRONOM has none.</param>
/// <param name="Name">The format's name and version.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Family">What the archive may do with it.</param>
public sealed record FormatIdentity(string Puid, string Name, string MediaType, FormatFamily Family)
{
    /// <summary>Bytes no signature explains.</summary>
    public static readonly FormatIdentity Unknown = new("", "unknown", "application/octet-stream", FormatFamily.Unknown);
}

/// <summary>Kinds of formats the archive treats alike.</summary>
public enum FormatFamily
{
    /// <summary>No signature explains the bytes.</summary>
    Unknown,

    /// <summary>PDF and PDF/A.</summary>
    Pdf,

    /// <summary>DOCX.</summary>
    WordDocument,

    /// <summary>XLSX.</summary>
    Spreadsheet,

    /// <summary>Other office formats, kept without reading: DOC, XLS, PPT(X), ODF, RTF.</summary>
    OtherOffice,

    /// <summary>Plain text and CSV.</summary>
    Text,

    /// <summary>HTML, XML and SVG: text with markup, never shown as itself.</summary>
    Markup,

    /// <summary>JPEG, TIFF, PNG, GIF.</summary>
    Image,

    /// <summary>Audio.</summary>
    Audio,

    /// <summary>Video.</summary>
    Video,

    /// <summary>ZIP and other containers.</summary>
    Package,

    /// <summary>Programs and scripts: never admitted.</summary>
    Executable,
}

/// <summary>A word on a page. Coordinates are points from the page's top left corner.</summary>
/// <param name="Text">The word, composed (NFC).</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Bold">Whether the font says so.</param>
/// <param name="Italic">Whether the font says so.</param>
public readonly record struct PageWord(string Text, double Left, double Top, double Right, double Bottom, bool Bold = false, bool Italic = false);

/// <summary>A page as its words stand on it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Words">In the order the file gives them; the reader of the page orders them by place.</param>
public sealed record PageLayout(int Number, double Width, double Height, IReadOnlyList<PageWord> Words);

/// <summary>A digital signature found in a document and what verifying it gave. The trust of its issuer is for a person to judge.</summary>
/// <param name="Signer">The common name of the signing certificate.</param>
/// <param name="Issuer">The common name of its issuer.</param>
/// <param name="SignedAt">The time the signature claims, or null.</param>
/// <param name="Intact">Whether the signed bytes are unchanged and the signature is mathematically right.</param>
/// <param name="CoversWholeFile">Whether nothing was added after signing.</param>
/// <param name="Problem">Why it is not intact, or null.</param>
public sealed record SignatureReading(string Signer, string Issuer, DateTimeOffset? SignedAt, bool Intact, bool CoversWholeFile, string? Problem);

/// <summary>Everything one pass over a document's content gave.</summary>
/// <param name="Text">The whole text, composed (NFC), pages separated by form feeds; cut at the reading budget.</param>
/// <param name="PageCount">Number of pages, sheets or images, where the format has any.</param>
/// <param name="Pages">Layouts of the leading pages, where the format gives them (DOCX gives one made from its paragraphs).</param>
/// <param name="Properties">What the file says of itself beside its text, where the format has a place for it.</param>
/// <param name="Signatures">Digital signatures.</param>
/// <param name="Findings">What a person should know: no text, text cut, legacy encoding, budget spent.</param>
public sealed record DocumentReading(
    string Text,
    int? PageCount,
    IReadOnlyList<PageLayout> Pages,
    IReadOnlyList<EmbeddedProperty> Properties,
    IReadOnlyList<SignatureReading> Signatures,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>The same with no more of its text than can be kept, and the note that it is cut.</summary>
    public DocumentReading Keeping(string kept)
    {
        var noted = kept.Length == Text.Length || Findings.Any(finding => finding.Code == FindingCodes.TextCut.Id);
        return this with { Text = kept, Findings = noted ? Findings : [.. Findings, Finding.Of(FindingCodes.TextCut, "text", kept.Length.ToString(CultureInfo.InvariantCulture))] };
    }
}
