using Archive;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Description;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>Messages may come twice, late or out of order: the end is the same.</summary>
[Collection(StoryCollection.Name)]
public sealed class RedeliveryStories(RunningArchive archive)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Each_message_delivered_again_changes_nothing_and_says_the_same()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Delivered again");
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        var record = (await agency.Record(content))!;

        var again = await New<DescribeRecord>().Run(new RecordAdmitted(record.Id.Value, 1), Never);
        Assert.Equal(new RecordChanged(record.Id.Value, record.Version), again);
        await New<IndexRecord>().Run([Message(again!), Message(again! with { Version = 1 }), Message(again!)], Never);
        Assert.Equal(new RecordAdmitted(record.Id.Value, 1), await New<ReceiveOverlookedUpload>().Run(new UploadOverlooked($"{agency.Code}/a.pdf"), Never));

        Assert.Equal(record.Version, (await agency.Record(content))!.Version);
        Assert.Equal(1, (await agency.Finds("delivered again")).GetProperty("count").GetInt32());
    }

    private T New<T>() => ActivatorUtilities.CreateInstance<T>(archive.Host.Services);

    private static string Message(RecordChanged changed) => System.Text.Json.JsonSerializer.Serialize(changed);
}
