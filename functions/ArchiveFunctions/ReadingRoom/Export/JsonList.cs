using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ArchiveFunctions.ReadingRoom.Export;

/// <summary>A list as one JSON object: <c>items</c>, then <c>count</c>, all that was found, and <c>isCut</c>. What breaks off midway is no JSON.</summary>
internal sealed class JsonList : ListWriter
{
    private readonly IBufferWriter<byte> output;
    private bool hasItems;

    /// <summary>Begins the list.</summary>
    public JsonList(IBufferWriter<byte> output)
    {
        this.output = output;
        output.Write("{\"items\":["u8);
    }

    /// <inheritdoc/>
    public override void Write(IEnumerable<ListedRecord> records)
    {
        foreach (var record in records)
        {
            if (hasItems)
                output.Write(","u8);
            output.Write(JsonSerializer.SerializeToUtf8Bytes(record, ReadingRoomJson.Letters.ListedRecord));
            hasItems = true;
        }
    }

    /// <inheritdoc/>
    public override void End(long count, bool isCut) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"],\"count\":{count},\"isCut\":{(isCut ? "true" : "false")}}}"), output);
}
