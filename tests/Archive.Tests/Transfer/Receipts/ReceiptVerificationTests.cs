using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Records;
using Archive.Transfer.Receipts;

namespace Archive.Tests.Transfer.Receipts;

public sealed partial class ReceiptVerificationTests
{
    private static readonly Receipt Sound = Papers.First();
    private static readonly Receipt Next = Papers.After(Sound);

    [Fact]
    public void The_page_explains_every_code() => Assert.Equal(
        ReceiptCodes.All.Select(code => code.Id),
        Row().Matches(File.ReadAllText(Repository.File("docs/receipts.md"))).Select(row => row.Groups[1].Value));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not JSON")]
    public void R_501_something_else_is_not_a_receipt(string text) =>
        Assert.Equal("R-501", Assert.IsType<ReceiptReading.NotAReceipt>(ReceiptReading.Of(Encoding.UTF8.GetBytes(text))).Finding.Code);

    [Fact]
    public void R_501_a_later_format_is_not_guessed_at()
    {
        var later = Encoding.UTF8.GetString(Sound.ToBytes()).Replace("custody-receipt/1", "custody-receipt/2", StringComparison.Ordinal);
        Assert.Contains("format", Assert.IsType<ReceiptReading.NotAReceipt>(ReceiptReading.Of(Encoding.UTF8.GetBytes(later))).Finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void R_501_a_half_that_is_signed_and_says_nothing_a_receipt_says()
    {
        // A city's half in the agency's place, with the agency's good signature.
        var strange = Papers.Sign(PartToSign.Of(Papers.Acceptance, Sound.Submission, ChainLink.First, Papers.Keys[0].Id), Papers.AgencyKey);
        var found = ReceiptVerification.OfSignatures(new Receipt(strange, Sound.Acceptance), Papers.Keys);
        Assert.Equal(["R-502 submission", "R-501 submission", "R-506 acceptance"], Named(found));
    }

    [Fact]
    public void R_502_a_signature_by_another_hand_under_the_agencys_name()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = Papers.Sign(PartToSign.Of(Papers.Submission(1), Papers.Keys[0].Id), stranger);
        var receipt = new Receipt(forged, Papers.Sign(PartToSign.Of(Papers.Acceptance, forged, ChainLink.First, Papers.Keys[1].Id), Papers.CityKey));
        Assert.Equal(["R-502 submission"], Named(ReceiptVerification.OfSignatures(receipt, Papers.Keys)));
    }

    [Fact]
    public void R_503_a_signature_by_another_hand_under_the_citys_name()
    {
        var forged = Papers.Sign(PartToSign.Of(Papers.Acceptance, Sound.Submission, ChainLink.First, Papers.Keys[1].Id), Papers.AgencyKey);
        Assert.Equal(["R-503 acceptance"], Named(ReceiptVerification.OfSignatures(new Receipt(Sound.Submission, forged), Papers.Keys)));
    }

    [Fact]
    public void R_504_a_key_that_was_not_given_is_named()
    {
        var found = Assert.Single(ReceiptVerification.OfSignatures(Sound, [Papers.Keys[0]]));
        Assert.Equal(("R-504", "acceptance"), (found.Code, found.Where));
        Assert.Contains(Papers.Keys[1].Id, found.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void R_505_the_agencys_key_cannot_accept_for_the_city()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var second = PublicKey.Of(other, Party.Agency);
        var forged = Papers.Sign(PartToSign.Of(Papers.Acceptance, Sound.Submission, ChainLink.First, second.Id), other);
        Assert.Equal(["R-505 acceptance"], Named(ReceiptVerification.OfSignatures(new Receipt(Sound.Submission, forged), [.. Papers.Keys, second])));
    }

    [Fact]
    public void R_505_one_key_cannot_sign_both_halves_even_where_nobody_said_whose_it_is()
    {
        var forged = Papers.Sign(PartToSign.Of(Papers.Acceptance, Sound.Submission, ChainLink.First, Papers.Keys[0].Id), Papers.AgencyKey);
        var found = ReceiptVerification.OfSignatures(new Receipt(Sound.Submission, forged), [PublicKey.Of(Papers.AgencyKey, null)]);
        Assert.Equal(["R-505 acceptance"], Named(found));
    }

    [Fact]
    public void R_506_an_acceptance_put_beside_another_submission()
    {
        var shorter = Papers.First(Papers.Submission(1));
        Assert.Equal(["R-506 acceptance"], Named(ReceiptVerification.OfSignatures(new Receipt(shorter.Submission, Sound.Acceptance), Papers.Keys)));
    }

    [Fact]
    public void A_receipt_follows_the_one_it_names() => Assert.Empty(ReceiptVerification.OfChain(Next, Sound.ToBytes()));

    [Fact]
    public void Without_the_previous_receipt_a_place_in_the_middle_is_believed() => Assert.Empty(ReceiptVerification.OfChain(Next, null));

    [Fact]
    public void R_507_a_previous_receipt_with_one_byte_changed()
    {
        var changed = Sound.ToBytes();
        changed[^1] ^= 1;
        Assert.Equal(["R-507 previous"], Named(ReceiptVerification.OfChain(Next, changed)));
    }

    [Fact]
    public void R_507_another_receipt_of_the_same_number() =>
        Assert.Equal(["R-507 previous"], Named(ReceiptVerification.OfChain(Next, Papers.First(Papers.Submission(1)).ToBytes())));

    [Fact]
    public void R_508_a_number_left_out() => Assert.Equal(["R-508 previous"], Named(ReceiptVerification.OfChain(Papers.After(Sound, sequence: 3), Sound.ToBytes())));

    [Fact]
    public void R_508_a_receipt_of_another_agency_before_it()
    {
        var other = Papers.First(Papers.Submission() with { Agency = AgencyCode.Parse("H26.05") });
        Assert.Equal(["R-508 previous"], Named(ReceiptVerification.OfChain(Papers.After(other), other.ToBytes())));
    }

    [Fact]
    public void R_508_the_first_receipt_has_none_before_it() => Assert.Equal(["R-508 previous"], Named(ReceiptVerification.OfChain(Sound, Next.ToBytes())));

    [Fact]
    public void Files_as_they_were_accepted_have_no_findings() => Assert.Empty(ReceiptVerification.OfFiles(Sound, Papers.Preserved()));

    [Fact]
    public void Every_file_the_receipt_speaks_of_is_asked_for() =>
        Assert.Equal(["METS.xml", Papers.Path(1), Papers.Path(2)], ReceiptVerification.Paths(Sound));

    [Fact]
    public void R_509_a_file_that_is_gone_is_named()
    {
        var files = Papers.Preserved();
        files.Remove(Papers.Path(2));
        Assert.Equal([$"R-509 {Papers.Path(2)}"], Named(ReceiptVerification.OfFiles(Sound, files)));
    }

    [Fact]
    public void R_510_a_file_that_grew_is_named()
    {
        var files = Papers.Preserved();
        files[Papers.Path(1)] = Papers.Measured("content 1 and more");
        Assert.Equal([$"R-510 {Papers.Path(1)}"], Named(ReceiptVerification.OfFiles(Sound, files)));
    }

    [Fact]
    public void R_511_a_file_with_one_byte_changed_is_named()
    {
        var files = Papers.Preserved();
        files[Papers.Path(1)] = Papers.Measured("content 2");
        Assert.Equal([$"R-511 {Papers.Path(1)}"], Named(ReceiptVerification.OfFiles(Sound, files)));
    }

    [Fact]
    public void R_512_a_root_METS_that_is_gone_or_changed_is_named()
    {
        var files = Papers.Preserved();
        files["METS.xml"] = Papers.Measured("stem");
        Assert.Equal(["R-512 METS.xml"], Named(ReceiptVerification.OfFiles(Sound, files)));
        files.Remove("METS.xml");
        Assert.Equal(["R-512 METS.xml"], Named(ReceiptVerification.OfFiles(Sound, files)));
    }

    private static IEnumerable<string> Named(IEnumerable<ReceiptFinding> findings) => findings.Select(finding => $"{finding.Code} {finding.Where}");

    [GeneratedRegex(@"^\| (R-\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
