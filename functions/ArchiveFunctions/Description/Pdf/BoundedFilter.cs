using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>What a document's filters have given so far. Every document has its own, and one thread at a time reads it.</summary>
internal sealed class DecodedBytes(CancellationToken budget)
{
    private const long Limit = 1L << 30;

    private long total;
    private bool broken;

    /// <summary>Counts bytes about to be made; throws when the document has made too many, or its time is spent.</summary>
    public void Add(long bytes)
    {
        budget.ThrowIfCancellationRequested();
        total += bytes;
        if (total > Limit)
            throw new DecodedTooMuchException();
    }

    /// <summary>What may still be made.</summary>
    public long Left => Limit - total;

    /// <summary>Notes a stream that cannot be unpacked: the library passes over it without a word.</summary>
    public void NoteBroken() => broken = true;

    /// <summary>Whether a stream could not be unpacked since this was last asked.</summary>
    public bool TakeBroken()
    {
        var was = broken;
        broken = false;
        return was;
    }
}

/// <summary>A document's streams unpack to more than any document holds.</summary>
internal sealed class DecodedTooMuchException() : Exception("The streams of the document unpack to more than the limit.");

/// <summary>A filter that is asked only for what fits.</summary>
internal sealed class BoundedFilter(IFilter inner, DecodedBytes decoded) : IFilter
{
    /// <summary>LZW gives at most about 1,400 bytes for one, and cannot be counted first: up to here the worst is 350 MB.</summary>
    private const int MostLzw = 256 << 10;

    /// <inheritdoc/>
    public bool IsSupported => inner.IsSupported;

    /// <inheritdoc/>
    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        if (!inner.IsSupported || inner is CcittFaxDecodeFilter)
            throw new NotSupportedException("Images are not decoded.");
        if (inner is FlateFilter && input.Length > 2)
            Measure(input);
        else if (inner is LzwFilter && input.Length > MostLzw)
            throw new DecodedTooMuchException();

        var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        decoded.Add(output.Length);
        return output;
    }

    /// <summary>Unpacks without keeping anything, to know how much it would be and whether it can be done.</summary>
    private void Measure(Memory<byte> input)
    {
        using var packed = new DeflateStream(new MemoryStream(input[2..].ToArray(), writable: false), CompressionMode.Decompress);
        var window = new byte[64 << 10];
        long made = 0;
        try
        {
            for (int read; (read = packed.Read(window)) > 0;)
            {
                made += read;
                decoded.Add(0);
                if (made > decoded.Left)
                    throw new DecodedTooMuchException();
            }
        }
        catch (InvalidDataException)
        {
            decoded.NoteBroken();
        }
    }
}
