using Archive.Accession;
using Archive.Records;

namespace Archive.Tests.Accession;

public sealed class UploadTests
{
    private static readonly Upload Earlier = Upload.Seen("u", "H26.01", "quyet-dinh.pdf", Facts.Now) with
    {
        Status = UploadStatus.Admitted,
        ETag = "\"0\"",
        RecordIds = ["r1"],
        RecordVersion = 7,
        Statement = new DepositorStatement([1], null),
        SetAsideAt = Facts.Now,
        Findings = [Finding.Of(FindingCodes.SetAside, "quyet-dinh.pdf")],
    };

    [Fact]
    public void An_outcome_leaves_nothing_of_an_earlier_upload_under_the_same_name()
    {
        var refused = Earlier.Decided(UploadStatus.Refused, "\"1\"", [Finding.Of(FindingCodes.Empty, "quyet-dinh.pdf")], Facts.Now);
        Assert.True(refused.IsDecided("\"1\""));
        Assert.Equal(((string[])[], 0, null, null, Facts.Now), (refused.RecordIds, refused.RecordVersion, refused.Statement, refused.SetAsideAt, refused.DecidedAt));
        Assert.Equal("A-101", Assert.Single(refused.Findings).Code);
    }

    [Fact]
    public void A_name_refused_again_and_again_keeps_the_last_twenty_lines_of_its_journal()
    {
        var upload = Enumerable.Range(1, 50).Aggregate(Earlier, (refused, time) =>
            refused.Journalled(new JournalEvent(EventTypes.Quarantine, Facts.Now, "H26.01", Admission.Agent, EventOutcome.Failure, $"{time}")));
        Assert.Equal(Enumerable.Range(31, 20).Select(time => $"{time}"), upload.Journal.Select(line => line.Detail));
    }

    [Fact]
    public void A_sidecar_that_waits_again_has_no_outcome()
    {
        var waiting = Earlier.Waiting("\"1\"");
        Assert.Equal((UploadStatus.Received, "\"1\"", 0), (waiting.Status, waiting.ETag, waiting.RecordVersion));
        Assert.Empty(waiting.RecordIds);
        Assert.Empty(waiting.Findings);
    }

    [Theory]
    [InlineData("\"1\"", 1)]
    [InlineData("\"2\"", 0)]
    public void A_record_is_announced_for_the_blobs_it_came_from_and_for_no_other(string etag, int version)
    {
        var decided = Earlier.Decided(UploadStatus.Admitted, etag, [], Facts.Now).Of(Facts.Record());
        Assert.Equal(version, decided.RecordVersion);
        Assert.Equal(Facts.Record().Id.Value, Assert.Single(decided.RecordIds));
    }
}
