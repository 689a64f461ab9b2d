using System.Globalization;
using System.Text;
using System.Xml;

namespace ArchiveFunctions.Description.Office;

/// <summary>
/// Walks the body of a Word document as a stream of elements, never as a tree: depth and length cost nothing. Paragraphs nest, because a text
/// box is part of the paragraph it is anchored in.
/// </summary>
internal sealed class WordBody(WordStyles styles, ReadingDraft draft, PageComposer composer)
{
    private readonly Stack<WordParagraph> open = new();
    private readonly WordTable table = new(composer);

    /// <summary>Reads a part to its end, or until the draft is full.</summary>
    public void Read(Stream part, CancellationToken budget)
    {
        using var reader = WordXml.Open(part);
        var more = reader.Read();
        while (more && !draft.IsFull)
        {
            budget.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element && IsUnread(reader))
            {
                // Fallbacks repeat what stands beside them; moved text stands where it was moved to.
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            Take(reader);
            more = reader.Read();
        }
    }

    private static bool IsUnread(XmlReader reader) => reader.LocalName is "Fallback" or "moveFrom" or "del" or "instrText";

    private void Take(XmlReader reader)
    {
        if (reader.NodeType == XmlNodeType.Element)
            Begin(reader);
        if (reader.NodeType == XmlNodeType.EndElement || (reader.NodeType == XmlNodeType.Element && reader.IsEmptyElement))
            End(reader.LocalName);
        else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && open.TryPeek(out var paragraph))
            paragraph.Write(reader.Value);
    }

    private void Begin(XmlReader reader)
    {
        table.Begin(reader);
        if (reader.LocalName == "p" && reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal))
            open.Push(new WordParagraph(styles));
        else if (reader.LocalName == "br" && reader.GetAttribute("type", reader.NamespaceURI) == "page")
            composer.BreakPage();
        else if (open.TryPeek(out var paragraph))
            paragraph.Begin(reader.LocalName, WordXml.Value(reader));
    }

    private void End(string name)
    {
        if (name == "p" && open.TryPop(out var paragraph))
        {
            draft.Append(paragraph.Text + "\n");
            composer.Paragraph(paragraph.Runs, paragraph.Alignment);
        }
        else if (open.TryPeek(out var inside))
        {
            inside.End(name);
        }

        table.End(name);
    }
}

/// <summary>A paragraph being read.</summary>
internal sealed class WordParagraph(WordStyles styles)
{
    private readonly List<ComposedRun> runs = [];
    private WordStyle paragraph = styles.Of(null);
    private WordStyle run = WordStyle.Plain;
    private bool inRun;
    private bool inText;

    /// <summary>Its runs.</summary>
    public IReadOnlyList<ComposedRun> Runs => runs;

    /// <summary>Its text.</summary>
    public string Text => runs.Aggregate(new StringBuilder(), (text, next) => text.Append(next.Text)).ToString();

    /// <summary>Its alignment.</summary>
    public Alignment Alignment => paragraph.Alignment switch { "center" => Alignment.Centre, "right" or "end" => Alignment.Right, _ => Alignment.Left };

    /// <summary>An element begins. Letter properties outside a run are those of the paragraph mark.</summary>
    public void Begin(string name, string? value)
    {
        if (name == "r")
            (inRun, run) = (true, WordStyle.Plain);
        else if (name == "t")
            inText = true;
        else if (name == "pStyle")
            paragraph = paragraph.Alignment is null ? styles.Of(value) : styles.Of(value) with { Alignment = paragraph.Alignment };
        else if (name == "rStyle" && inRun)
            run = run.Over(styles.Of(value ?? ""));
        else if (name is "tab" or "br" or "cr" or "noBreakHyphen" && inRun)
            Add(name switch { "tab" => "\t", "noBreakHyphen" => "-", _ => "\n" });
        else if (inRun || name == "jc")
            (run, paragraph) = inRun ? (run.With(name, value), paragraph) : (run, paragraph.With(name, value));
    }

    /// <summary>An element ends.</summary>
    public void End(string name)
    {
        inRun &= name != "r";
        inText &= name != "t";
    }

    /// <summary>Text, of which only that of text elements counts.</summary>
    public void Write(string text)
    {
        if (inText)
            Add(run.Over(paragraph).Capitals == true ? text.ToUpper(CultureInfo.InvariantCulture) : text);
    }

    private void Add(string text)
    {
        var style = run.Over(paragraph);
        runs.Add(new ComposedRun(text, style.Bold == true, style.Italic == true));
    }
}
