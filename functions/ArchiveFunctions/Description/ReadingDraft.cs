using System.Globalization;
using System.Text;
using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Description;

/// <summary>
/// What has been read of a document so far. Readers fill it from threads that may be left behind when the time is spent, so it can be closed:
/// nothing written after that counts.
/// </summary>
internal sealed class ReadingDraft(ReadingLimits limits)
{
    private readonly Lock gate = new();
    private readonly StringBuilder text = new();
    private readonly List<PageLayout> pages = [];
    private readonly List<string> broken = [];
    private readonly List<Finding> findings = [];
    private readonly List<EmbeddedProperty> properties = [];
    private int? pageCount;
    private bool cut;
    private bool closed;

    /// <summary>The limits the draft is kept within.</summary>
    public ReadingLimits Limits => limits;

    /// <summary>Whether there is no room for more text.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate)
                return cut || closed;
        }
    }

    /// <summary>How many pages, sheets or images there are.</summary>
    public void Count(int count) => Write(() => pageCount = count);

    /// <summary>Appends text; what does not fit is cut and noted.</summary>
    public void Append(string more) => Write(() =>
    {
        var room = limits.Letters - text.Length;
        cut |= more.Length > room;
        text.Append(more.AsSpan(0, Math.Min(room, more.Length)));
    });

    /// <summary>Says that there is more text than is read.</summary>
    public void Cut() => Write(() => cut = true);

    /// <summary>Keeps a page's layout while there is room for it.</summary>
    public void Add(PageLayout page) => Write(() =>
    {
        if (pages.Count < limits.Layouts)
            pages.Add(page);
    });

    /// <summary>What the file says of itself beside its text.</summary>
    public void Say(IEnumerable<EmbeddedProperty> said) => Write(() => properties.AddRange(said));

    /// <summary>A place that cannot be read.</summary>
    public void Broken(string place) => Write(() => broken.Add(place));

    /// <summary>Something else a person should know.</summary>
    public void Note(Finding finding) => Write(() => findings.Add(finding));

    /// <summary>Closes the draft and makes the reading of it.</summary>
    /// <param name="signatures">The document's signatures.</param>
    /// <param name="expectsText">Whether a document of this format without text is worth a finding.</param>
    /// <param name="convertLegacy">Recognises text in an encoding from before Unicode and converts it.</param>
    public DocumentReading Close(IReadOnlyList<SignatureReading> signatures, bool expectsText, Func<string, (string Text, bool Converted)> convertLegacy)
    {
        lock (gate)
            closed = true;

        var (converted, isLegacy) = convertLegacy(text.ToString());
        var layouts = isLegacy ? pages.ConvertAll(page => LegacyLayout.Convert(page, convertLegacy)) : pages;
        if (isLegacy)
            findings.Add(Finding.Of(FindingCodes.LegacyEncoding, "text"));
        if (cut)
            findings.Add(Finding.Of(FindingCodes.TextCut, "text", limits.Letters.ToString(CultureInfo.InvariantCulture)));
        if (broken.Count > 0)
            findings.Add(Finding.Of(FindingCodes.PartlyUnreadable, string.Join(", ", broken.Take(20))));
        if (expectsText && string.IsNullOrWhiteSpace(converted))
            findings.Add(Finding.Of(FindingCodes.NoText, "text"));

        return new(Vietnamese.Compose(converted), pageCount, layouts, properties, signatures, findings);
    }

    private void Write(Action change)
    {
        lock (gate)
        {
            if (!closed)
                change();
        }
    }
}
