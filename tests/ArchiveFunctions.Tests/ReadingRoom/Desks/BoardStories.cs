using System.Net;
using ArchiveFunctions.Tests.Stories;
using EmbeddedHost.Triggers;

namespace ArchiveFunctions.Tests.ReadingRoom.Desks;

/// <summary>A manager at the board: numbers of everything, lists of what a manager may see.</summary>
public sealed class BoardStories : IAsyncLifetime
{
    private readonly PunctualArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task The_board_counts_all_records_and_names_none_that_a_manager_may_not_see()
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "01", subject = "Công khai", typeName = "02", maintenance = "01", issuedDate = "15/03/1998" });
        var hidden = await agency.Deposits("b.pdf", new { mode = "02", subject = "Khong cong khai", typeName = "02", maintenance = "01", issuedDate = "16/03/1998" });
        await agency.Deposits("d.pdf", new { mode = "01", subject = "Sau là mật", typeName = "02", maintenance = "01", issuedDate = "17/03/1998" });
        await agency.Puts("c.pdf", []);
        await archive.Settles();
        await agency.Describes("d.pdf", new { mode = "03", maintenance = "01", issuedDate = "17/03/1998" });
        await archive.Settles();
        var today = DateOnly.FromDateTime(archive.Get<TimeProvider>().GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        await archive.WakesOn(today.AddDays(1));
        await archive.WakesOn(today.AddDays(2));
        await archive.Passes(TimeSpan.FromHours(7));
        await archive.Get<FunctionRuntime>().RunAsync("CountBoard");

        using var manager = await archive.Client(null, "manager");
        var board = await manager.Page("desk/board?lang=en");
        Assert.Contains($"<desc id=\"d-holdings\">Agency {agency.Code}: 2</desc>", board, StringComparison.Ordinal);
        Assert.Contains("<desc id=\"d-types\">Decision: 2</desc>", board, StringComparison.Ordinal);
        Assert.Contains("/desk/board/refusals?code=A-101", board, StringComparison.Ordinal);
        Assert.Contains($"<desc id=\"d-overdue\">Agency {agency.Code}: 2</desc>", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Khong cong khai", board, StringComparison.Ordinal);

        var file = await manager.GetByteArrayAsync("desk/board/export?figure=holdings&lang=en");
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.StartsWith($"\"Depositing agency\",\"Records\",\"Bytes\"\r\n\"Agency {agency.Code}\",\"2\",\"{content.Length + hidden.Length}\"\r\n", System.Text.Encoding.UTF8.GetString(file[3..]), StringComparison.Ordinal);

        var refused = await manager.Page("desk/board/refusals?code=A-101&lang=en");
        Assert.All(new[] { "Uploads refused for this reason: 1.", $"Agency {agency.Code}", "The file is empty." }, said => Assert.Contains(said, refused, StringComparison.Ordinal));
        Assert.DoesNotContain("c.pdf", refused, StringComparison.Ordinal);
        Assert.Contains("No upload was refused for this reason", await manager.Page("desk/board/refusals?code=A-106&lang=en"), StringComparison.Ordinal);

        var overdue = await manager.Page($"desk/board/overdue?agency={agency.Code}&lang=en");
        Assert.Contains("2 records on this page, 1 of which you may not see.", overdue, StringComparison.Ordinal);
        Assert.Contains("Công khai", overdue, StringComparison.Ordinal);
        Assert.DoesNotContain("Khong cong khai", overdue, StringComparison.Ordinal);
        var admitted = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("1 records; showing 1–1", await manager.Page($"reading-room?agency={agency.Code}&admitted={admitted}&lang=en"), StringComparison.Ordinal);
        Assert.DoesNotContain("showing", await manager.Page($"reading-room?agency={agency.Code}&admitted=1999-01&lang=en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("desk/board/export?figure=none")]
    [InlineData("desk/board/overdue?agency=x")]
    [InlineData("desk/board/refusals?code=x")]
    [InlineData("desk/board/overdue?agency=H26.02&month=2030")]
    public async Task What_cannot_be_understood_is_told(string address)
    {
        using var manager = await archive.Client(null, "manager");
        Assert.Contains("parameter-invalid", await manager.Page(address, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }
}
