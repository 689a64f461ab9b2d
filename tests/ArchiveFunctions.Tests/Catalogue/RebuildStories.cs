using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;
using ArchiveFunctions.Tests.Stories;
using Azure.Search.Documents.Indexes;

namespace ArchiveFunctions.Tests.Catalogue;

/// <summary>The index is disposable: what it holds follows from the tables.</summary>
[Collection(StoryCollection.Name)]
public sealed class RebuildStories(RunningArchive archive)
{
    [Fact]
    public async Task A_lost_index_is_made_again_from_the_tables()
    {
        var (agency, _) = await Holds("mất chỉ mục");
        await archive.Get<SearchIndexClient>().DeleteIndexAsync("records-v1", TestContext.Current.CancellationToken);
        Assert.Equal(0, await Count(agency));

        var report = await Rebuild();

        Assert.True(report.GetProperty("finished").GetBoolean());
        Assert.True(report.GetProperty("indexed").GetInt32() > 0);
        Assert.Equal(1, await Count(agency));
    }

    [Fact]
    public async Task What_the_tables_do_not_hold_leaves_the_index()
    {
        var (agency, _) = await Holds("có thật");
        var stranger = Shelf.Record("stranger", agency.Code, "01", ("subject", "không có thật"));
        await archive.Get<CatalogueIndex>().Write([Shelf.Change(stranger, "")], TestContext.Current.CancellationToken);
        Assert.Equal(2, await Count(agency));

        await Rebuild();

        Assert.Equal(1, await Count(agency));
    }

    [Fact]
    public async Task A_rebuild_goes_on_where_an_earlier_one_stopped()
    {
        await Holds("tiếp tục");
        await Holds("tiếp tục nữa");
        var ids = await archive.Get<CatalogueIndex>().Ids(null, null, TestContext.Current.CancellationToken);

        var report = await archive.Get<CatalogueRebuild>().Run(ids[^2], TestContext.Current.CancellationToken);

        Assert.Equal((1, true, null), (report.Indexed, report.Finished, report.Continuation));
    }

    [Fact]
    public async Task The_ids_of_records_are_read_in_their_order_from_a_position_on()
    {
        await Holds("thứ tự");
        await Holds("thứ tự nữa");
        var records = archive.Get<RecordTable>();
        var all = await records.Ids(null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(all.OrderBy(id => id.Value, StringComparer.Ordinal), all);
        Assert.Equal(all[1..], await records.Ids(all[0], TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_late_message_never_brings_back_what_was_withheld()
    {
        var (agency, id) = await Holds("thu hồi");
        var records = archive.Get<RecordTable>();
        var held = (await records.Find(id, TestContext.Current.CancellationToken))!;
        var withheld = held.Record with { Version = held.Record.Version + 1, Status = RecordStatus.Withheld };
        await records.Amend(held, withheld, [], null, null, TestContext.Current.CancellationToken);
        var index = new IndexRecord(archive.Get<CatalogueUpkeep>());

        await index.Run([Message(id, withheld.Version)], TestContext.Current.CancellationToken);
        await index.Run([Message(id, 1), Message(id, held.Record.Version), Message(id, 1)], TestContext.Current.CancellationToken);

        Assert.Equal(0, await Count(agency));
    }

    [Fact]
    public async Task A_strange_message_is_named_after_the_others_were_done()
    {
        var (agency, id) = await Holds("lẫn lộn");
        await archive.Get<CatalogueIndex>().Write([CatalogueChange.Removal(id)], TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidDataException>(() => new IndexRecord(archive.Get<CatalogueUpkeep>()).Run(["{}", Message(id, 1)], TestContext.Current.CancellationToken));

        Assert.Equal(1, await Count(agency));
    }

    [Fact]
    public async Task One_writer_at_a_time_holds_the_lease()
    {
        var lease = archive.Get<CatalogueLease>();
        var (inside, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => lease.Hold(
            async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                return Interlocked.Decrement(ref inside);
            },
            TestContext.Current.CancellationToken)));

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Only_administrators_have_the_index_rebuilt()
    {
        using var nobody = await archive.Client(null);
        using var archivist = await archive.Client(null, "archivist");

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostAsync("api/catalogue/rebuild", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await archivist.PostAsync("api/catalogue/rebuild", null)).StatusCode);
    }

    private static string Message(RecordId id, int version) => $$"""{"RecordId":"{{id}}","Version":{{version}}}""";

    private static async Task<int> Count(Depositor agency) => (await agency.Finds("")).GetProperty("count").GetInt32();

    private async Task<JsonElement> Rebuild()
    {
        using var administrator = await archive.Client(null, "administrator");
        using var answer = await administrator.PostAsync("api/catalogue/rebuild", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<(Depositor Agency, RecordId Id)> Holds(string words)
    {
        var agency = await archive.NewAgency();
        var content = Documents.Text(words);
        await agency.Puts("a.txt", content);
        await archive.Settles();
        return (agency, (await agency.Record(content))!.Id);
    }
}
