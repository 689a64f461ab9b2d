using Archive;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Requests;
using ArchiveFunctions.Tests.Stories;
using Azure.Core;
using Azure.Data.Tables;
using EmbeddedHost.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.ReadingRoom.Requests;

/// <summary>
/// Whatever is done about a request may end before or after any of its writes, and before its message: each is let die at the first, the second, and so
/// on, until one comes to its end alive.
/// </summary>
public sealed class RequestKillStories : IAsyncLifetime
{
    private static readonly Caller Lan = new("dev|lan", "Lan", new HashSet<Role> { Role.Archivist }, null);
    private static readonly Caller An = new("dev|an", "An", new HashSet<Role> { Role.Reader }, null);
    private readonly MortalArchive archive = new();
    private string record = "";

    private RequestTable Requests => archive.Get<RequestTable>();

    public async ValueTask InitializeAsync()
    {
        await archive.InitializeAsync();
        record = (await archive.HoldsPublic()).Id;
        await archive.Get<ReaderTable>().Save(new ReaderAccount { Reader = RecordId.ForReader(An.Subject), FullName = "An", PersonalId = "001099012345", Phone = "0912345678" }, 0, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_whose_taking_in_ends_at_any_write_is_there_once_when_it_is_sent_again(bool written)
    {
        var write = await UntilAlive(written, number => archive.Get<RequestCounter>().Ask(Form(number), An, CancellationToken.None), async number =>
        {
            var stands = Assert.IsType<Received.Stands>(await archive.Get<RequestCounter>().Ask(Form(number), An, CancellationToken.None));
            Assert.Single(await Open(), one => one.Id == stands.Request.Id);
            Assert.Single((await Requests.OfReader(stands.Request.Reader, null, 100, CancellationToken.None)).Requests, one => one.Id == stands.Request.Id);
        });

        // The audit, by reader, by due day, the request itself: writes that were not seen would make this test say nothing.
        Assert.Equal(5, write);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_approval_that_ends_before_its_message_is_announced_all_the_same(bool written)
    {
        var write = await UntilAlive(written, async number => await Decide((await Ask(number)).Id, approved: true), async number =>
        {
            var request = await Ask(number);
            if (request.Status == RequestStatus.Submitted)
                Assert.NotNull((await Decide(request.Id, approved: true)).Announcement);

            await archive.Passes(ReconcileRequests.Patience + TimeSpan.FromMinutes(1));
            // By this run or by the timer's own: nothing else sends the message here, and the copy is made of nothing else.
            await archive.Get<FunctionRuntime>().RunAsync(nameof(ReconcileRequests));
            await Eventually.Holds(async () => (await Requests.Find(request.Id, CancellationToken.None))?.Request.Status == RequestStatus.Delivered, "the copy is delivered");
            Assert.DoesNotContain(Assert.IsType<RequestApproved[]>(await archive.Get<FunctionRuntime>().RunAsync(nameof(ReconcileRequests))), again => again.RequestId == request.Id);
        }, before: Ask);

        // The audit, the request.
        Assert.Equal(3, write);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_that_ends_at_any_write_counts_once_and_leaves_nothing_on_the_desk(bool written)
    {
        var write = await UntilAlive(written, async number => await Decide((await Ask(number)).Id, approved: false), async number =>
        {
            var declined = await Decide((await Ask(number)).Id, approved: false);
            Assert.Equal((null, RequestStatus.Declined, 2), (declined.Problem, declined.Request!.Status, declined.Request.Version));
            Assert.DoesNotContain(await Open(), one => one.Id == declined.Request.Id);
        }, before: Ask);

        // The audit, the request, the list.
        Assert.Equal(4, write);
        await archive.Passes(TimeSpan.FromMinutes(30));
        await Requests.Tidy(TimeProvider.System.GetUtcNow().AddHours(1), CancellationToken.None);
        Assert.Empty(await archive.Get<TableServiceClient>().GetTableClient("Requests").QueryAsync<TableEntity>(row => row.PartitionKey == "open").ToListAsync());
    }

    private async Task<int> UntilAlive(bool written, Func<int, Task> work, Func<int, Task> afterwards, Func<int, Task>? before = null)
    {
        for (var write = 1; ; write++)
        {
            if (before is not null)
                await before(write);
            archive.Death.At(write - 1, written);
            try
            {
                await work(write);
            }
            catch (KillStories.KilledException)
            {
                // What this case is about.
            }

            var died = archive.Death.HasCome;
            archive.Death.At(1_000_000, written);
            await afterwards(write);
            if (!died)
                return write;
        }
    }

    private RequestForm Form(int number) =>
        new() { Key = $"k-{number:D8}", RecordIds = [record], Product = CopyProduct.ReadingCopy, Purpose = "01", PurposeContent = "Tìm hiểu" };

    /// <summary>Asks, or finds what was asked.</summary>
    private async Task<CopyRequest> Ask(int number) => Assert.IsType<Received.Stands>(await archive.Get<RequestCounter>().Ask(Form(number), An, CancellationToken.None)).Request;

    private Task<Answered> Decide(string id, bool approved) => archive.Get<RequestOffice>().Decide(id, approved, "Đã xem xét", confirmed: false, Lan, CancellationToken.None);

    private async Task<List<CopyRequest>> Open() => await Requests.Open(CancellationToken.None).ToListAsync();

    /// <summary>An archive whose clock the story moves, and whose runs die where it says.</summary>
    private sealed class MortalArchive : PunctualArchive
    {
        public KillStories.Death Death { get; } = new();

        protected override void Adjust(IServiceCollection services)
        {
            base.Adjust(services);
            var tables = new TableClientOptions();
            tables.AddPolicy(Death, HttpPipelinePosition.PerCall);
            services.AddSingleton(tables);
        }
    }
}
