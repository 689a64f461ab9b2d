using Archive.Transfer.Receipts;
using EmbeddedHost.Hosting;

namespace EmbeddedHost.Receipts;

/// <summary>The command <c>verify-receipt</c>: reads files, starts nothing, asks nobody.</summary>
internal static class ReceiptCheck
{
    private const int Sound = 0;
    private const int NotSound = 1;
    private const int Unreadable = 2;

    /// <summary>Checks a receipt and says on <paramref name="output"/> what was found, a line for each finding.</summary>
    /// <returns>The exit code: 0 sound, 1 not sound, 2 where something could not be read, with one line on <paramref name="errors"/>.</returns>
    public static int Run(ReceiptCheckOptions options, TextWriter output, TextWriter errors)
    {
        try
        {
            var keys = Keys(options.Keys);
            var previous = options.Previous is { } file ? File.ReadAllBytes(file) : null;
            return ReceiptReading.Of(File.ReadAllBytes(options.File)) switch
            {
                ReceiptReading.Read read => Check(read.Receipt, keys, previous, options, output),
                ReceiptReading.NotAReceipt no => Report([no.Finding], output),
                _ => throw new InvalidOperationException("A reading nobody knows."),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return Unreadable;
        }
    }

    private static int Check(Receipt receipt, IReadOnlyList<PublicKey> keys, byte[]? previous, ReceiptCheckOptions options, TextWriter output)
    {
        if (options.Print)
            output.WriteLine(receipt.ToText());

        List<ReceiptFinding> findings =
        [
            .. ReceiptVerification.OfSignatures(receipt, keys),
            .. ReceiptVerification.OfChain(receipt, previous),
            .. options.Package is { } package ? ReceiptVerification.OfFiles(receipt, PackageFolder.Measure(package, ReceiptVerification.Paths(receipt))) : [],
        ];
        return findings.Count > 0 ? Report(findings, output) : Praise(receipt, options, output);
    }

    private static int Report(List<ReceiptFinding> findings, TextWriter output)
    {
        foreach (var finding in findings)
            output.WriteLine(TerminalText.Visible($"{finding.Code} {finding.Where}: {finding.Detail}"));
        output.WriteLine($"Not sound: {findings.Count} {(findings.Count == 1 ? "finding" : "findings")}.");
        return NotSound;
    }

    /// <summary>Says also what nobody looked at, and whose keys were believed: a PEM file does not say whose it is.</summary>
    private static int Praise(Receipt receipt, ReceiptCheckOptions options, TextWriter output)
    {
        var (submitted, accepted) = (receipt.Submitted!, receipt.Accepted!);
        output.WriteLine(TerminalText.Visible($"Sound: receipt {accepted.Chain.Sequence} of agency {submitted.Agency}, consignment {submitted.Consignment}, {submitted.Items.Count} files."));
        output.WriteLine(TerminalText.Visible($"  agency   {submitted.AgencyName}, {submitted.SubmittedAt:yyyy-MM-dd HH:mm:ss zzz}, key {receipt.Submission.KeyId}"));
        output.WriteLine(TerminalText.Visible($"  city     {accepted.Acceptance.Archive}, {accepted.Acceptance.AcceptedAt:yyyy-MM-dd HH:mm:ss zzz}, key {receipt.Acceptance.KeyId}"));
        output.WriteLine($"  files    {(options.Package is null ? "not looked at (--package)" : "as they were accepted")}");
        output.WriteLine($"  chain    {(options.Previous is not null ? "follows the previous receipt" : accepted.Chain.Sequence == 1 ? "the agency's first receipt" : "previous receipt not looked at (--previous)")}");
        return Sound;
    }

    /// <exception cref="IOException">A file holds no public key, or there is none at all.</exception>
    private static List<PublicKey> Keys(IReadOnlyList<string> files)
    {
        var own = ReceiptKeyFiles.PublicKeysIn(DataFolder.KeysIn(DataFolder.Default));
        if (files.Count == 0 && !File.Exists(own))
            throw new IOException($"There are no public keys in {own}: give them with --key.");

        return [.. (files.Count == 0 ? [own] : files).SelectMany(
            file => PublicKeyFile.Read(File.ReadAllText(file)) ?? throw new IOException($"{file} is not a public key on P-256 (PEM, JWK or a set of JWK)."))];
    }
}
