using System.Net;
using Archive.ReadingRoom.Requests;
using ArchiveFunctions.Tests.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.ReadingRoom.Requests;

/// <summary>Where copies cost something.</summary>
public sealed class FeeStories : IAsyncLifetime
{
    private readonly DearArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task A_copy_that_costs_is_made_once_it_is_paid_and_an_exempt_reader_s_at_once()
    {
        var (agency, id, _) = await archive.HoldsPublic();
        using var reader = await archive.Registered($"{agency.Code} An");
        using var archivist = await archive.As($"{agency.Code} Lan", "archivist");
        var dear = await reader.Asks("k-00000001", "authenticatedCopy", id);
        var approved = await archivist.Sends(HttpStatusCode.OK, $"api/requests/{dear}/decision", new { approved = true, reasons = "Đúng mục đích" });
        Assert.Equal(("awaitingPayment", 25_000), (approved.Text("status"), approved.GetProperty("fee").Number("amount")));
        Assert.False(approved.TryGetProperty("useUntil", out _));
        Assert.Contains("25,000 ₫", await reader.Page($"reading-room/requests/{dear}?lang=en"), StringComparison.Ordinal);

        await reader.Sends(HttpStatusCode.Forbidden, $"api/requests/{dear}/payment", new { reference = "BL-1" });
        Assert.Equal("payment-invalid", (await archivist.Sends(HttpStatusCode.UnprocessableEntity, $"api/requests/{dear}/payment", new { reference = " " })).Text("code"));
        foreach (var reference in new[] { "BL-7", "BL-8" })
        {
            var paid = await archivist.Sends(HttpStatusCode.OK, $"api/requests/{dear}/payment", new { reference });
            Assert.Equal(("preparing", 3, "BL-7"), (paid.Text("status"), paid.Number("version"), paid.GetProperty("fee").Text("reference")));
        }

        var exempt = (await reader.Sends(HttpStatusCode.Created, "api/requests", new { key = "k-00000002", recordIds = new[] { id }, product = "authenticatedCopy", purpose = "01", purposeContent = "Học", feeObjectType = "01", description = "Thẻ sinh viên 123" })).Text("id");
        var free = await archivist.Sends(HttpStatusCode.OK, $"api/requests/{exempt}/decision", new { approved = true, reasons = "Đúng đối tượng" });
        Assert.Equal(("preparing", "01"), (free.Text("status"), free.GetProperty("fee").Text("exemption")));
        Assert.Equal("request-not-open", (await archivist.Sends(HttpStatusCode.Conflict, $"api/requests/{exempt}/payment", new { reference = "BL-9" })).Text("code"));
    }

    private sealed class DearArchive : RunningArchive
    {
        protected override void Adjust(IServiceCollection services) => services.AddSingleton(new RequestRules(
            [RequestPolicy.Current],
            [new FeeSchedule { Id = "hn-2026", InForceFrom = new DateOnly(2020, 1, 1), LegalBasis = "QĐ 1/QĐ-UBND", Amounts = new Dictionary<CopyProduct, long> { [CopyProduct.AuthenticatedCopy] = 25_000 }, Exempt = ["01"] }],
            new WorkCalendar(WorkYear.Known, new TimeOnly(17, 0))));
    }
}
