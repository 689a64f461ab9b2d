using Archive.Transfer.Receipts;
using EmbeddedHost.Hosting;
using EmbeddedHost.Receipts;
using EmbeddedHost.Tests.Hosting;

namespace EmbeddedHost.Tests.Receipts;

public sealed class ReceiptCheckTests : IDisposable
{
    private readonly PreservedConsignment kept = new();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose()
    {
        kept.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public void A_sound_receipt_with_its_package_and_its_predecessor_is_exit_code_0()
    {
        Assert.Equal(0, Check(kept.Second, "--key", kept.Keys, "--package", kept.Package, "--previous", kept.First));
        Assert.StartsWith("Sound: receipt 2 of agency H26.02, consignment c-2, 1 files.", Lines[0], StringComparison.Ordinal);
        Assert.Contains("  files    as they were accepted", Lines);
        Assert.Contains("  chain    follows the previous receipt", Lines);
    }

    [Fact]
    public void What_was_not_looked_at_is_said()
    {
        Assert.Equal(0, Check(kept.Second, "--key", kept.Keys));
        Assert.Contains("  files    not looked at (--package)", Lines);
        Assert.Contains("  chain    previous receipt not looked at (--previous)", Lines);
    }

    [Fact]
    public void One_byte_of_the_receipt_changed_is_named_and_exit_code_1()
    {
        Change(kept.First, at: 700);
        Assert.Equal(1, Check(kept.First, "--key", kept.Keys));
        Assert.Contains(Lines, line => line.StartsWith("R-502 submission: ", StringComparison.Ordinal));
    }

    [Fact]
    public void One_byte_of_the_receipts_form_changed_is_exit_code_1()
    {
        Change(kept.First, at: 2);
        Assert.Equal(1, Check(kept.First, "--key", kept.Keys));
        Assert.StartsWith("R-501 receipt: ", Lines[0], StringComparison.Ordinal);
        Assert.Equal("Not sound: 1 finding.", Lines[^1]);
    }

    [Theory]
    [InlineData(PreservedConsignment.Document, "R-511")]
    [InlineData("METS.xml", "R-512")]
    public void One_byte_of_a_preserved_file_changed_names_the_file(string file, string code)
    {
        Change(Path.Combine(kept.Package, file), at: 3);
        Assert.Equal(1, Check(kept.First, "--key", kept.Keys, "--package", kept.Package));
        Assert.StartsWith($"{code} {file}: ", Lines[0], StringComparison.Ordinal);
        Assert.Equal(2, Lines.Count);
    }

    [Fact]
    public void A_preserved_file_that_is_gone_or_longer_is_named()
    {
        File.AppendAllText(Path.Combine(kept.Package, PreservedConsignment.Document), "!");
        Assert.Equal(1, Check(kept.First, "--key", kept.Keys, "--package", kept.Package));
        File.Delete(Path.Combine(kept.Package, PreservedConsignment.Document));
        Assert.Equal(1, Check(kept.First, "--key", kept.Keys, "--package", kept.Package));
        Assert.Equal(["R-510", "R-509"], Lines.Where(line => line.Contains(PreservedConsignment.Document, StringComparison.Ordinal)).Select(line => line[..5]));
    }

    [Fact]
    public void A_changed_predecessor_breaks_the_chain()
    {
        Change(kept.First, at: 700);
        Assert.Equal(1, Check(kept.Second, "--key", kept.Keys, "--previous", kept.First));
        Assert.StartsWith("R-507 previous: ", Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_citys_key_alone_the_agencys_half_is_not_believed()
    {
        var city = PublicKeyFile.Read(File.ReadAllText(kept.Keys))!.Where(key => key.Party == Party.City);
        File.WriteAllText(kept.At("city.jwks"), PublicKeyFile.Write(city));
        Assert.Equal(1, Check(kept.First, "--key", kept.At("city.jwks")));
        Assert.StartsWith("R-504 submission: ", Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_what_the_receipt_says_in_words()
    {
        Assert.Equal(0, Check(kept.First, "--key", kept.Keys, "--print"));
        Assert.Contains(Lines, line => line.Trim() == "\"submittedBy\": \"Nguyễn Thị Hoa\",");
        Assert.Contains(Lines, line => line.Trim() == $"\"path\": \"{PreservedConsignment.Document}\",");
        Assert.Contains(Lines, line => line.Trim() == "\"package\": \"aip-1\",");
    }

    [Fact]
    public void A_name_in_a_receipt_cannot_write_over_the_terminal()
    {
        using var hostile = new PreservedConsignment("data/\u001b[2J\u009b.pdf");
        Assert.Equal(1, Check(hostile.First, "--key", hostile.Keys, "--package", hostile.Package, "--print"));
        Assert.DoesNotContain(output.ToString(), letter => char.IsControl(letter) && letter is not ('\n' or '\r'));
    }

    [Fact]
    public void What_cannot_be_read_is_one_line_and_exit_code_2()
    {
        Assert.Equal(2, Check(kept.At("nowhere.json"), "--key", kept.Keys));
        Assert.Equal(2, Check(kept.First, "--key", kept.At("nowhere.pem")));
        Assert.Equal(2, Check(kept.First, "--key", kept.At("receipts-city.pem")));
        Assert.Equal(2, Check(kept.First, "--key", kept.Keys, "--package", kept.At("nowhere")));
        Assert.Equal(2, Check(kept.First, "--key", kept.Keys, "--previous", kept.At("nowhere.json")));
        Assert.Equal(5, errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task The_real_command_starts_nothing_and_ends_with_the_code()
    {
        await using var sound = HostProcess.Start("verify-receipt", kept.First, "--key", kept.Keys, "--package", kept.Package);
        Assert.Equal(0, await sound.ExitCodeAsync());
        Change(Path.Combine(kept.Package, PreservedConsignment.Document), at: 0);
        await using var not = HostProcess.Start("verify-receipt", kept.First, "--key", kept.Keys, "--package", kept.Package);
        Assert.Equal(1, await not.ExitCodeAsync());
        Assert.StartsWith("R-511 ", not.Output.First(), StringComparison.Ordinal);
        await using var usage = HostProcess.Start("verify-receipt");
        Assert.Equal(2, await usage.ExitCodeAsync());
    }

    private List<string> Lines => [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private int Check(params string[] args) =>
        ReceiptCheck.Run(Assert.IsType<CommandLine.VerifyReceipt>(CommandLine.Parse(["verify-receipt", .. args])).Options, output, errors);

    private static void Change(string file, int at)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[at] ^= 1;
        File.WriteAllBytes(file, bytes);
    }
}
