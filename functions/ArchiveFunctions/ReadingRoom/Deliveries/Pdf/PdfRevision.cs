using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>
/// A revision added behind a PDF (ISO 32000-1, 7.5.6): objects that are new or replace earlier ones, and a cross-reference section that leads on to
/// the earlier one. Not a byte of what was there changes, so that signatures on it still fit it, and nothing has to be understood that is not touched.
/// </summary>
/// <param name="document">What is added to.</param>
/// <param name="tail">The end of it.</param>
/// <param name="output">Where the file stands, its earlier bytes already written.</param>
internal sealed class PdfRevision(PdfDocument document, PdfTail tail, Stream output)
{
    /// <summary>ISO 32000-1, annex C: what readers on every machine take.</summary>
    private const int MostObjects = 8_388_607;

    private readonly SortedDictionary<long, (long Offset, int Generation)> written = [];
    private int next = FirstFree(document) ?? throw new InvalidDataException("Too many objects.");

    /// <summary>Whether there are numbers left for what a revision adds.</summary>
    public static bool HasRoom(PdfDocument document) => FirstFree(document) is not null;

    /// <summary>A number for a new object.</summary>
    public IndirectReference Reserve() => new(next++, 0);

    /// <summary>Adds a new object.</summary>
    public IndirectReferenceToken Add(IToken token)
    {
        var place = Reserve();
        Write(place, token);
        return new IndirectReferenceToken(place);
    }

    /// <summary>Adds a stream of operators.</summary>
    public IndirectReferenceToken Add(string operators) => Add(new StreamToken(Tokens.Dictionary(), Encoding.ASCII.GetBytes(operators)));

    /// <summary>Writes an object under its number, be it new or in place of an earlier one.</summary>
    public void Write(IndirectReference place, IToken token)
    {
        var whole = token is StreamToken stream ? new StreamToken(stream.StreamDictionary.With(NameToken.Length, new NumericToken(stream.Data.Length)), stream.Data) : token;
        Write(place, body => TokenWriter.Instance.WriteToken(whole, body));
    }

    /// <summary>Writes an object's bytes as they are; returns where they begin in the file.</summary>
    public long Write(IndirectReference place, Action<Stream> body)
    {
        Text("\n");
        written[place.ObjectNumber] = (output.Position, place.Generation);
        Text(string.Create(CultureInfo.InvariantCulture, $"{place.ObjectNumber} {place.Generation} obj\n"));
        var begins = output.Position;
        body(output);
        Text("\nendobj\n");
        return begins;
    }

    /// <summary>Ends the file: a cross-reference section of the kind the file has.</summary>
    public void Close()
    {
        if (tail.IsStream)
            CloseWithStream();
        else
            CloseWithTable();
    }

    private void CloseWithTable()
    {
        var place = output.Position;
        Text("xref\n");
        foreach (var run in Runs())
        {
            Text(string.Create(CultureInfo.InvariantCulture, $"{run[0].Key} {run.Count}\n"));
            foreach (var (_, (offset, generation)) in run)
                Text(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} {generation:D5} n \n"));
        }

        Text("trailer\n");
        TokenWriter.Instance.WriteToken(Tokens.Dictionary(Trailer(next)), output);
        Text(string.Create(CultureInfo.InvariantCulture, $"\nstartxref\n{place}\n%%EOF\n"));
    }

    private void CloseWithStream()
    {
        var place = Reserve();
        var begins = output.Position + 1;
        written[place.ObjectNumber] = (begins, 0);
        var runs = Runs();
        using var entries = new MemoryStream();
        Span<byte> entry = stackalloc byte[11];
        foreach (var (_, (offset, generation)) in runs.SelectMany(run => run))
        {
            entry[0] = 1;
            System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(entry[1..], offset);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(entry[9..], (ushort)generation);
            entries.Write(entry);
        }

        var dictionary = Tokens.Dictionary([
            .. Trailer(next),
            ("Type", NameToken.Create("XRef")),
            ("W", Tokens.Numbers(1, 8, 2)),
            ("Index", Tokens.Numbers([.. runs.SelectMany(run => new double[] { run[0].Key, run.Count })])),
        ]);
        Write(place, new StreamToken(dictionary, entries.ToArray()));
        Text(string.Create(CultureInfo.InvariantCulture, $"startxref\n{begins}\n%%EOF\n"));
    }

    private IEnumerable<(string, IToken)> Trailer(int size)
    {
        var earlier = document.Structure.Trailer;
        yield return ("Size", new NumericToken(size));
        yield return ("Root", new IndirectReferenceToken(earlier.Root));
        yield return ("Prev", new NumericToken(tail.Section));
        if (earlier.Info is { } info)
            yield return ("Info", info);
        if (earlier.Identifier is [var first, ..])
            yield return ("ID", new ArrayToken([first, Another()]));
    }

    /// <summary>The second part of a file's identifier tells its revisions apart.</summary>
    private static HexToken Another() => new(Convert.ToHexString(RandomNumberGenerator.GetBytes(16)).AsSpan());

    /// <summary>The objects in stretches of neighbouring numbers.</summary>
    private List<List<KeyValuePair<long, (long Offset, int Generation)>>> Runs()
    {
        var runs = new List<List<KeyValuePair<long, (long, int)>>>();
        foreach (var one in written)
        {
            if (runs.Count == 0 || runs[^1][^1].Key + 1 != one.Key)
                runs.Add([]);
            runs[^1].Add(one);
        }

        return runs;
    }

    private void Text(string text) => output.Write(Encoding.ASCII.GetBytes(text));

    /// <summary>Behind every number that is in use, whatever the file says its size is.</summary>
    private static int? FirstFree(PdfDocument document)
    {
        var used = document.Structure.CrossReferenceTable.ObjectOffsets.Keys.Select(place => place.ObjectNumber).DefaultIfEmpty(0).Max();
        var free = Math.Max(used + 1, document.Structure.Trailer.Size);
        return free is > 0 and < MostObjects / 2 ? (int)free : null;
    }
}
