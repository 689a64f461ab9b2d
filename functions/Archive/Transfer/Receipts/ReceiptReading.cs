namespace Archive.Transfer.Receipts;

/// <summary>What a file turned out to be.</summary>
public abstract record ReceiptReading
{
    private ReceiptReading()
    {
    }

    /// <summary>It has the form of a receipt. Whether it is true is another question (<see cref="ReceiptVerification"/>).</summary>
    public sealed record Read(Receipt Receipt) : ReceiptReading;

    /// <summary>It is not a receipt, or not any more.</summary>
    /// <param name="Finding">R-501, with what is wrong.</param>
    public sealed record NotAReceipt(ReceiptFinding Finding) : ReceiptReading;

    /// <summary>
    /// Reads a file. It must be the one form <see cref="Receipt.ToBytes"/> writes, byte for byte: so a change of a byte that no signature covers
    /// (a space, the explanation) is noticed too.
    /// </summary>
    public static ReceiptReading Of(ReadOnlySpan<byte> file)
    {
        if (ReceiptJson.Read<Envelope>(file) is not { } envelope)
            return No("it is not JSON of the members a receipt has");
        if (envelope.Format != Receipt.Format)
            return No("its format is not one this verifier knows");

        var receipt = new Receipt(envelope.Submission, envelope.Acceptance);
        return file.SequenceEqual(receipt.ToBytes()) ? new Read(receipt) : No("its bytes are not those that were written");
    }

    private static NotAReceipt No(string why) => new(ReceiptCodes.NotAReceipt.At("receipt", why));

    private sealed record Envelope(string Format, string Reading, SignedPart Submission, SignedPart Acceptance);
}
