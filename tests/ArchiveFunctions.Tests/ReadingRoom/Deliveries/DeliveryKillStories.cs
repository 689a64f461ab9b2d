using System.Text;
using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Deliveries;
using ArchiveFunctions.ReadingRoom.Requests;
using ArchiveFunctions.Tests.Stories;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ArchiveFunctions.Tests.ReadingRoom.Deliveries;

/// <summary>
/// Making what was asked for, and its end, may be cut off before or after any write: each is let die at the first, the second, and so on, until one comes
/// to its end alive.
/// </summary>
public sealed class DeliveryKillStories : IAsyncLifetime
{
    private readonly MortalArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_delivery_that_is_cut_off_at_any_write_is_made_once(bool written)
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "02" });
        await archive.Settles();
        using var reader = await archive.Reader('a');
        var made = new List<Delivery>();
        var write = await DiesAtEach(written, () => archive.Approved(reader, CopyProduct.AuthenticatedCopy, agency.IdOf(content)), async request =>
        {
            var delivery = (await archive.Of(request, agency.IdOf(content)))!;
            Assert.Equal((DeliveryState.Ready, RequestStatus.Delivered), (delivery.State, await archive.StatusOf(request.Id)));
            Assert.Contains(delivery.File!.Blob!, await archive.Lying(delivery));
            Assert.Equal("valid", (await reader.Reads($"api/verifications/{delivery.Code}")).Text("status"));
            Assert.Equal(delivery.File.Size, (await reader.GetByteArrayAsync($"reading-room/deliveries/{delivery.Id}/content")).Length);
            made.Add(delivery);
        });

        // Four pointers, the row, the blob, the row again, the request and its place among the open ones.
        Assert.InRange(write, 10, 16);
        Assert.Equal(made.Count, made.Select(delivery => delivery.Code).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_of_which_nothing_can_be_made_ends_once_wherever_it_is_cut_off(bool written)
    {
        var agency = await archive.NewAgency();
        var text = Encoding.UTF8.GetBytes("Không có trang để xem");
        await agency.Describes("a.txt", new { mode = "02" });
        await agency.Puts("a.txt", text);
        await archive.Settles();
        using var reader = await archive.Reader('a');
        var write = await DiesAtEach(written, () => archive.Approved(reader, CopyProduct.ReadingCopy, agency.IdOf(text)), async request =>
        {
            var ended = (await archive.Get<RequestTable>().Find(request.Id, CancellationToken.None))!.Request;
            Assert.Equal((RequestStatus.NotMade, request.Version + 1), (ended.Status, ended.Version));
            Assert.Equal([CopyObstacle.NotShowable], ended.Obstacles);
        });

        // Three pointers, the row, the row again, the request and its place among the open ones.
        Assert.InRange(write, 7, 10);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_end_that_is_cut_off_at_any_write_comes_with_the_next_night(bool written)
    {
        var agency = await archive.NewAgency();
        var content = await agency.Deposits("a.pdf", new { mode = "02" });
        await archive.Settles();
        using var reader = await archive.Reader('a');
        var later = new FakeTimeProvider(archive.Get<TimeProvider>().GetUtcNow().AddDays(21));
        Task Night() => ActivatorUtilities.CreateInstance<ExpireDeliveries>(archive.Host.Services, (TimeProvider)later).Run(new TimerInfo(), CancellationToken.None);
        var write = 0;
        do
        {
            write++;
            var delivery = await archive.Gives(reader, CopyProduct.UnauthenticatedCopy, agency.IdOf(content));
            archive.Death.At(write - 1, written);
            await Survives(Night);
            var died = archive.Death.HasCome;
            archive.Death.At(1_000_000, written);
            await Night();

            Assert.Empty(await archive.Lying(delivery));
            Assert.Equal(RequestStatus.Expired, await archive.StatusOf(delivery.RequestId));
            Assert.NotNull((await archive.Get<DeliveryTable>().Find(delivery.Id, CancellationToken.None))!.Delivery.DestroyedAt);
            Assert.Empty(await archive.Get<DeliveryTable>().Until(archive.Today.AddDays(100), CancellationToken.None).Where(due => due.Delivery == delivery.Id).ToListAsync());
            if (!died)
                break;
        }
        while (true);

        // The request and its place, the blob, the row, two days.
        Assert.InRange(write, 6, 9);
    }

    /// <summary>Has the message die at its first write, at its second, and so on, come twice more each time, and looks; returns the write it did not die at.</summary>
    private async Task<int> DiesAtEach(bool written, Func<Task<CopyRequest>> approved, Func<CopyRequest, Task> holds)
    {
        for (var write = 1; ; write++)
        {
            var request = await approved();
            archive.Death.At(write - 1, written);
            await Survives(() => archive.Hears(request));
            var died = archive.Death.HasCome;
            archive.Death.At(1_000_000, written);
            await archive.Hears(request);
            await archive.Hears(request);
            await holds(request);
            if (!died)
                return write;
        }
    }

    private static async Task Survives(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (KillStories.KilledException)
        {
            // What this case is about.
        }
        catch (RequestFailedException again) when (again.Status == 412)
        {
            // A blob whose answer was lost is committed once more when its stream is given up, and stands there already: the run ends all the same.
        }
    }

    private sealed class MortalArchive : LendingArchive
    {
        public KillStories.Death Death { get; } = new();

        protected override void Adjust(IServiceCollection services)
        {
            base.Adjust(services);
            var blobs = new BlobClientOptions();
            var tables = new TableClientOptions();
            blobs.AddPolicy(Death, HttpPipelinePosition.PerCall);
            tables.AddPolicy(Death, HttpPipelinePosition.PerCall);
            services.AddSingleton(blobs).AddSingleton(tables);
        }
    }
}
