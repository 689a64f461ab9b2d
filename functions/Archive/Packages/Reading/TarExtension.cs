using System.Globalization;
using System.Text;
using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>What the headers before an entry say of it: pax records, GNU long names.</summary>
internal sealed class TarExtension
{
    /// <summary>How long such a header may be: the longest path several times over.</summary>
    private const int MostBytes = 1 << 20;

    private string? path;
    private long? size;

    /// <summary>Whether a header is one of these.</summary>
    public static bool Is(TarHeader header) => header.Kind is 'x' or 'g' or 'L' or 'K';

    public async Task AddAsync(TarHeader header, Stream stream, long position, CancellationToken stop)
    {
        if (header.Size > MostBytes)
            throw new PackageBrokenException(FindingCodes.PackageContradictory, PackagePath.Shown(header.Name), $"{header.Size} bytes of header");

        var bytes = await stream.StretchAsync(position, (int)header.Size, stop);
        if (header.Kind == 'L')
            path = TarHeader.Text(bytes);
        else if (header.Kind is 'x' or 'g')
            Read(bytes, header.Kind == 'g');
    }

    /// <summary>The entry as these have it.</summary>
    public TarHeader Applied(TarHeader header) => header with { Name = path ?? header.Name, Size = size ?? header.Size };

    /// <summary>
    /// Records of the form <c>length key=value</c>. A global header that names or measures all entries at once makes no sense, and a sparse
    /// file's stored bytes are not its content.
    /// </summary>
    private void Read(ReadOnlySpan<byte> records, bool global)
    {
        while (!records.IsEmpty)
        {
            var space = records.IndexOf((byte)' ');
            if (space <= 0 || !int.TryParse(records[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length <= space + 1 || length > records.Length)
                throw new InvalidDataException("A pax record has no length.");

            var record = records[(space + 1)..(length - 1)];
            var equals = record.IndexOf((byte)'=');
            if (equals < 0)
                throw new InvalidDataException("A pax record has no value.");
            Take(Encoding.UTF8.GetString(record[..equals]), record[(equals + 1)..], global);
            records = records[length..];
        }
    }

    private void Take(string key, ReadOnlySpan<byte> value, bool global)
    {
        if (key.StartsWith("GNU.sparse.", StringComparison.Ordinal) || (global && key is "path" or "size" or "linkpath"))
            throw new PackageBrokenException(FindingCodes.PackagePacking, "", key);
        if (key == "path")
            path = value.Contains((byte)0) ? "\0" : TarHeader.Text(value);
        else if (key == "size")
            size = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : throw new InvalidDataException("A pax size is no number.");
    }
}
