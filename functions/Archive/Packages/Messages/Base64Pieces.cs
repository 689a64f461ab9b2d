using System.Buffers;
using System.Buffers.Text;

namespace Archive.Packages.Messages;

/// <summary>Decodes base64 that comes in pieces, whatever white space is in it, into a stream.</summary>
internal sealed class Base64Pieces(Stream target)
{
    private const int Window = 64 << 10;

    /// <summary>No letter of base64.</summary>
    private const byte None = 0;

    private readonly byte[] letters = new byte[Window];
    private readonly byte[] bytes = new byte[Window];
    private int held;

    /// <summary>Whether everything so far is base64.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>Takes a piece. After the first letter that is none, nothing more is decoded.</summary>
    public async Task AddAsync(ReadOnlyMemory<char> piece, CancellationToken stop)
    {
        for (var at = 0; at < piece.Length && IsSound; at++)
        {
            var letter = piece.Span[at];
            if (char.IsWhiteSpace(letter))
                continue;
            if (held == Window)
                await DecodeAsync(isFinal: false, stop);
            letters[held++] = char.IsAscii(letter) ? (byte)letter : None;
        }
    }

    /// <summary>No more comes.</summary>
    public Task EndAsync(CancellationToken stop) => IsSound ? DecodeAsync(isFinal: true, stop) : Task.CompletedTask;

    /// <summary>A full window ends with a group; padding before the end is none.</summary>
    private async Task DecodeAsync(bool isFinal, CancellationToken stop)
    {
        var status = Base64.DecodeFromUtf8(letters.AsSpan(0, held), bytes, out _, out var written, isFinal);
        IsSound = status == OperationStatus.Done;
        held = 0;
        await target.WriteAsync(bytes.AsMemory(0, written), stop);
    }
}
