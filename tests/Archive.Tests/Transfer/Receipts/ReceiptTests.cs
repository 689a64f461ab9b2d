using System.Text;
using Archive.Transfer.Receipts;
using CsCheck;

namespace Archive.Tests.Transfer.Receipts;

public sealed class ReceiptTests
{
    private static readonly Receipt Sound = Papers.First();
    private static readonly byte[] File = Sound.ToBytes();

    [Fact]
    public void A_receipt_as_it_was_written_has_no_findings() => Assert.Empty(Findings(File));

    [Fact]
    public void What_was_signed_is_what_is_read()
    {
        var read = Read(File);
        Assert.Equivalent(Papers.Submission(), read.Submitted, strict: true);
        Assert.Equal(Papers.Acceptance, read.Accepted!.Acceptance);
        Assert.Equal(ChainLink.First, read.Accepted.Chain);
        Assert.Equal(File, read.ToBytes());
    }

    [Fact]
    public void Its_words_stand_in_it_as_letters_for_whoever_decodes_it_by_hand()
    {
        var payload = Encoding.UTF8.GetString(SignedPart.Decoded(Sound.Submission.Payload)!);
        Assert.Contains("\"agencyName\":\"Sở Nội vụ\"", payload, StringComparison.Ordinal);
        Assert.Contains("\"submittedAt\":\"2026-03-09T01:00:00+07:00\"", payload, StringComparison.Ordinal);
        Assert.Contains("\"due\":\"2026-03-15\"", payload, StringComparison.Ordinal);
    }

    [Fact]
    public void No_byte_of_it_can_be_changed_unnoticed()
    {
        for (var at = 0; at < File.Length; at++)
            Assert.True(Findings(Changed(at, (byte)(1 << (at % 8)))).Count > 0, $"byte {at}");
    }

    [Fact]
    public void No_byte_can_become_any_other_unnoticed() =>
        Gen.Select(Gen.Int[0, File.Length - 1], Gen.Byte[1, 255]).Sample((at, change) => Findings(Changed(at, change)).Count > 0, iter: 2000);

    [Fact]
    public void Nothing_can_be_cut_off_or_put_in_unnoticed() =>
        Gen.Select(Gen.Int[0, File.Length - 1], Gen.Byte).Sample(
            (at, added) => Findings(File[..at]).Count > 0 && Findings([.. File[..at], added, .. File[at..]]).Count > 0, iter: 1000);

    [Fact]
    public void A_change_names_the_half_it_was_made_in()
    {
        var payload = Encoding.UTF8.GetString(File).IndexOf(Sound.Submission.Payload, StringComparison.Ordinal);
        var found = Findings(Changed(payload + 40, 1));
        Assert.Contains(found, finding => (finding.Code, finding.Where) == ("R-502", "submission"));
        Assert.DoesNotContain(found, finding => finding.Code == "R-503");
    }

    [Fact]
    public void Ten_thousand_items_make_a_receipt_of_a_few_megabytes()
    {
        var large = Papers.First(Papers.Submission(10_000)).ToBytes();
        Assert.InRange(large.Length, 1_000_000, 6_000_000);
        Assert.Equal(10_000, Read(large).Submitted!.Items.Count);
        Assert.Empty(Findings(large));
    }

    [Theory]
    [InlineData("../outside.pdf")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/windows")]
    [InlineData("a//b")]
    [InlineData("")]
    public void A_path_that_leaves_the_package_is_not_signed(string path) =>
        Assert.Throws<ArgumentException>(() => Papers.First(Papers.Submission() with { Items = [Papers.Item(1) with { Path = path }] }));

    [Fact]
    public void What_could_not_be_verified_later_is_not_signed()
    {
        Assert.Throws<ArgumentException>(() => Papers.First(Papers.Submission() with { Items = [] }));
        Assert.Throws<ArgumentException>(() => Papers.First(Papers.Submission() with { Items = [Papers.Item(1), Papers.Item(1)] }));
        Assert.Throws<ArgumentException>(() => Papers.First(Papers.Submission() with { Consignment = "a/b" }));
        Assert.Throws<ArgumentException>(() => Papers.First(acceptance: Papers.Acceptance with { RootMetsPath = "../METS.xml" }));
        Assert.Throws<ArgumentException>(() => Papers.Receipt(Papers.Submission(), Papers.Acceptance, new ChainLink(2, null)));
    }

    private static byte[] Changed(int at, byte change)
    {
        var changed = (byte[])File.Clone();
        changed[at] ^= change;
        return changed;
    }

    private static Receipt Read(byte[] file) => Assert.IsType<ReceiptReading.Read>(ReceiptReading.Of(file)).Receipt;

    private static IReadOnlyList<ReceiptFinding> Findings(byte[] file) => ReceiptReading.Of(file) switch
    {
        ReceiptReading.Read read => ReceiptVerification.OfSignatures(read.Receipt, Papers.Keys),
        ReceiptReading.NotAReceipt no => [no.Finding],
        _ => throw new InvalidOperationException("A reading nobody knows."),
    };
}
