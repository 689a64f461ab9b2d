using Archive.Accession;

namespace Archive.Tests.Accession;

public sealed class OverlookedTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly AdmissionPolicy Policy = new();

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_document_nobody_took_up_is_due_after_five_minutes(int minutes, bool due) =>
        Assert.Equal(due, Overlooked.IsDue(null, awaitsOthers: false, Now.AddMinutes(-minutes), Policy, Now));

    [Fact]
    public void A_decided_upload_still_in_the_inbox_is_due_as_its_announcement_may_be_lost() =>
        Assert.True(Overlooked.IsDue(Row(UploadStatus.Admitted), awaitsOthers: false, Now.AddMinutes(-6), Policy, Now));

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    public void A_waiting_sidecar_is_due_when_its_patience_ends(int hours, bool due) =>
        Assert.Equal(due, Overlooked.IsDue(Row(UploadStatus.Received), awaitsOthers: true, Now.AddHours(-hours), Policy, Now));

    [Fact]
    public void A_sidecar_nobody_took_up_is_due_as_any_upload() =>
        Assert.True(Overlooked.IsDue(null, awaitsOthers: true, Now.AddMinutes(-6), Policy, Now));

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void An_upload_set_aside_is_tried_again_every_hour(int minutes, bool due) =>
        Assert.Equal(due, Overlooked.IsDue(Row(UploadStatus.Received) with { SetAsideAt = Now.AddMinutes(-minutes) }, awaitsOthers: false, Now.AddDays(-1), Policy, Now));

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void A_package_that_is_under_way_is_left_alone_for_an_hour(int minutes, bool due)
    {
        var begun = Row(UploadStatus.Received) with { TakenUpAt = Now.AddMinutes(-minutes) };
        Assert.Equal(due, Overlooked.IsDue(begun, awaitsOthers: false, Now.AddDays(-1), Policy, Now));
        Assert.True(Overlooked.IsDue(begun.Decided(UploadStatus.Unpacked, "\"1\"", [], Now), awaitsOthers: false, Now.AddMinutes(-6), Policy, Now));
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void Documents_of_a_package_wait_for_their_turn_for_an_hour(int minutes, bool due) =>
        Assert.Equal(due, Overlooked.IsDue(Row(UploadStatus.Awaiting) with { Within = new PackagePlace("u", 1, "data/a.pdf") }, awaitsOthers: false, Now.AddMinutes(-minutes), Policy, Now));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 3)]
    [InlineData(10, 3)]
    [InlineData(12, 3)]
    public void However_many_lie_there_each_has_its_turn(int lying, int most)
    {
        List<string> names = [.. Enumerable.Range(0, lying).Select(number => $"{number}")];
        var runs = Enumerable.Range(0, (lying / most) + 1).Select(run => Overlooked.InTurn(names, most, Now.AddMinutes(5 * run)).ToList()).ToList();
        Assert.All(runs, run => Assert.Equal(names, run.Order(StringComparer.Ordinal).OrderBy(name => name.Length)));
        Assert.Equal(names, runs.SelectMany(run => run.Take(most)).Distinct().Order(StringComparer.Ordinal).OrderBy(name => name.Length));
    }

    private static Upload Row(UploadStatus status) => Upload.Seen("u", "H26.01", "a.pdf", Now) with { Status = status };
}
