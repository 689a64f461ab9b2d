using System.Buffers;
using System.Text;
using Archive.Catalogue;
using Archive.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Pages;

namespace ArchiveFunctions.ReadingRoom.Export;

/// <summary>A list for spreadsheets. Begins with a byte order mark: without one, Excel reads Vietnamese in the machine's code page.</summary>
internal sealed class CsvList : ListWriter
{
    private readonly IBufferWriter<byte> output;
    private readonly PageWords words;

    /// <summary>Begins the list with the names of its columns.</summary>
    public CsvList(IBufferWriter<byte> output, PageWords words)
    {
        (this.output, this.words) = (output, words);
        output.Write(Encoding.UTF8.Preamble);
        Line(ListedRecord.Columns(words));
    }

    /// <inheritdoc/>
    public override void Write(IEnumerable<ListedRecord> records)
    {
        foreach (var record in records)
            Line(record.Values);
    }

    /// <summary>A cut list ends with a line that says so; it has as many values as the others, as RFC 4180 asks.</summary>
    public override void End(long count, bool isCut)
    {
        if (isCut)
            Line([words["export.cut", ExportPortions.Most, count], .. Enumerable.Repeat("", ListedRecord.Columns(words).Count() - 1)]);
    }

    private void Line(IEnumerable<string?> values) => Encoding.UTF8.GetBytes(CsvLine.Of(values), output);
}
