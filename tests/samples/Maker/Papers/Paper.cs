namespace SampleMaker.Papers;

/// <summary>
/// One sample document as its author wrote it: what is printed, and how it is sent. Printed line ends are kept, because a reader of the page
/// has to join them again.
/// </summary>
/// <param name="Keys">Every key as written.</param>
/// <param name="Body">Paragraphs of the main document.</param>
/// <param name="Appendix">Paragraphs of the appendix, which starts on a new page after the signature.</param>
internal sealed record Paper(IReadOnlyDictionary<string, string> Keys, IReadOnlyList<string> Body, IReadOnlyList<string> Appendix)
{
    /// <summary>Path below <c>records</c>.</summary>
    public string File => Keys["file"];

    /// <summary>The code of the agency that sends it: the first folder.</summary>
    public string Agency => File[..File.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>What the file is: pdf, scan, docx, xlsx, tcvn3, vni, signed, tampered.</summary>
    public string Form => this["form"] ?? "pdf";

    /// <summary>How the head of page 1 is set: state, one-column, party or minutes.</summary>
    public string Layout => this["layout"] ?? "state";

    /// <summary>A key's value, or null where the document has none.</summary>
    public string? this[string key] => Keys.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    /// <summary>The printed lines of a key.</summary>
    public IReadOnlyList<string> Lines(string key) => this[key]?.Split('|', StringSplitOptions.TrimEntries) ?? [];

    /// <summary>A key's lines joined as a reader joins them.</summary>
    public string? Joined(string key) => this[key] is null ? null : string.Join(' ', Lines(key));

    /// <summary>The number line as printed.</summary>
    public string NumberLine => this["printed"] ?? $"Số: {Keys["number"]}/{Keys["notation"]}";

    /// <summary>The place and date line as printed, or null.</summary>
    public string? PlaceLine => this["printed-date"] ?? (this["place"] is null ? null : $"{this["place"]}, {DateWords(Keys["date"])}");

    /// <summary>The name below the signature; some put an academic title before it although the decree forbids it.</summary>
    public string? PrintedSigner => this["title-before-name"] is { } title ? $"{title} {this["signer"]}" : this["signer"];

    /// <summary>The day the file was made, <c>dd/MM/yyyy</c>.</summary>
    public string FileDate => this["file-date"] ?? Keys["date"];

    /// <summary>The abstract, without <c>V/v</c>.</summary>
    public string Subject => Joined("subject") ?? Joined("about")!;

    /// <summary>A day as NĐ 30/2020 has it written: days below 10 and the first two months with a leading zero, other months without.</summary>
    public static string DateWords(string date)
    {
        var (day, month, year) = (date[..2], date[3..5], date[6..]);
        return $"ngày {day} tháng {(month is "01" or "02" ? month : month.TrimStart('0'))} năm {year}";
    }
}
