using System.Buffers;
using ArchiveFunctions.ReadingRoom.Pages;

namespace ArchiveFunctions.ReadingRoom.Export;

/// <summary>A form in which lists are taken along.</summary>
/// <param name="Name">Its name in the address, and the ending of file names.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Begin">Begins a list.</param>
internal sealed record ListFormat(string Name, string MediaType, Func<IBufferWriter<byte>, PageWords, ListWriter> Begin)
{
    private static readonly ListFormat[] All =
    [
        new("csv", "text/csv; charset=utf-8; header=present", (output, words) => new CsvList(output, words)),
        new("json", "application/json; charset=utf-8", (output, _) => new JsonList(output)),
    ];

    /// <summary>The form of a name, or null.</summary>
    public static ListFormat? Of(string? name) => All.FirstOrDefault(format => format.Name == name);
}

/// <summary>Writes one list, line by line, into a buffer that others empty.</summary>
internal abstract class ListWriter
{
    /// <summary>Writes some lines.</summary>
    public abstract void Write(IEnumerable<ListedRecord> records);

    /// <summary>Ends the list, and says in it when it is not all that was found.</summary>
    /// <param name="count">All records found.</param>
    /// <param name="isCut">Whether there are more than the list holds.</param>
    public abstract void End(long count, bool isCut);
}
