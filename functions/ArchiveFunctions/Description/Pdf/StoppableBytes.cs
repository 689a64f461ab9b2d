namespace ArchiveFunctions.Description.Pdf;

/// <summary>
/// A file in memory that refuses to be read once the budget is spent. The PDF library takes no cancellation token; this way a loop in it ends
/// at its next read instead of holding a thread for ever.
/// </summary>
internal sealed class StoppableBytes(byte[] bytes, CancellationToken budget) : MemoryStream(bytes, writable: false)
{
    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        budget.ThrowIfCancellationRequested();
        return base.Read(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        budget.ThrowIfCancellationRequested();
        return base.Read(buffer);
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        budget.ThrowIfCancellationRequested();
        return base.ReadByte();
    }
}
