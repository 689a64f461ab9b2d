using System.Runtime.CompilerServices;
using System.Text;

namespace Archive.Packages.Bags;

/// <summary>
/// The lines of a text tag file (RFC 8493, 2.3), each ended by LF, CR or CRLF, read one at a time however long the file is. What is wrong with
/// the file as a text is known when its last line has been read.
/// </summary>
internal sealed class TagLines(Encoding encoding, TagBudget budget)
{
    /// <summary>Twice as many as a package may have entries.</summary>
    public const int Most = 200_000;

    private const int Longest = 64 << 10;

    private readonly StringBuilder line = new();
    private bool afterReturn;

    /// <summary>Whether it begins with a byte-order mark.</summary>
    public bool HasMark { get; private set; }

    /// <summary>Whether its bytes are text in its encoding.</summary>
    public bool IsDecoded { get; private set; } = true;

    /// <summary>Whether its last line is ended.</summary>
    public bool IsEnded { get; private set; } = true;

    /// <summary>Whether it has more or longer lines than are read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the lines, numbered from 1.</summary>
    public async IAsyncEnumerable<(int Number, string Text)> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken stop)
    {
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: encoding is UnicodeEncoding or UTF32Encoding, bufferSize: 64 << 10, leaveOpen: true);
        var (window, number, isFirst) = (new char[16 << 10], 0, true);
        for (int got; (got = await ReadAsync(reader, window, stop)) > 0; isFirst = false)
        {
            var begin = isFirst && (HasMark = window[0] == '\uFEFF') ? 1 : 0;
            for (var at = begin; at < got; at++)
            {
                if (!Take(window[at]))
                    continue;
                if (++number > Most || !budget.Take(line.Length))
                {
                    IsCut = true;
                    yield break;
                }

                yield return (number, Taken());
            }
        }

        if (line.Length == 0)
            yield break;
        IsEnded = false;
        yield return (number + 1, Taken());
    }

    /// <summary>Takes a letter, and says whether it ends a line.</summary>
    private bool Take(char letter)
    {
        if (letter == '\n' && afterReturn)
        {
            afterReturn = false;
            return false;
        }

        afterReturn = letter == '\r';
        if (letter is '\r' or '\n')
            return true;
        if (line.Length < Longest)
            line.Append(letter);
        else
            IsCut = true;
        return false;
    }

    private string Taken()
    {
        var text = line.ToString();
        line.Clear();
        return text;
    }

    private async Task<int> ReadAsync(StreamReader reader, char[] window, CancellationToken stop)
    {
        try
        {
            return await reader.ReadAsync(window, stop);
        }
        catch (DecoderFallbackException)
        {
            IsDecoded = false;
            return 0;
        }
    }
}
