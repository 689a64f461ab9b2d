using EmbeddedHost.Storage;

namespace EmbeddedHost.Tests.Storage;

public sealed class AdoptionTests
{
    private static readonly DateTimeOffset Started = new(2026, 3, 2, 8, 30, 0, TimeSpan.Zero);
    private static readonly AzuriteState Noted = new(4711, Started, 10_000);
    private static readonly RunningProcess Same = new(4711, Started.AddMilliseconds(-120));

    [Theory]
    [InlineData(10_000)]
    [InlineData(0)]
    public void A_service_left_running_on_the_wanted_ports_is_adopted(int wanted) =>
        Assert.Equal(new Adoption.Adopt(Noted), Adoption.Judge(Noted, Same, wanted));

    [Fact]
    public void One_on_other_ports_is_moved() => Assert.Equal(new Adoption.Move(Noted), Adoption.Judge(Noted, Same, 20_000));

    [Fact]
    public void One_that_goes_by_another_clock_is_moved()
    {
        Assert.Equal(new Adoption.Move(Noted), Adoption.Judge(Noted, Same, 10_000, TimeSpan.FromDays(1000)));
        Assert.IsType<Adoption.Adopt>(Adoption.Judge(Noted with { Ahead = 86_400_000 }, Same, 0, TimeSpan.FromDays(1000)));
    }

    [Fact]
    public void Without_a_note_one_is_started() => Assert.IsType<Adoption.StartAnew>(Adoption.Judge(null, Same, 10_000));

    [Fact]
    public void After_its_process_has_ended_one_is_started() => Assert.IsType<Adoption.StartAnew>(Adoption.Judge(Noted, null, 10_000));

    [Fact]
    public void A_process_id_that_another_process_bears_now_is_left_alone() =>
        Assert.IsType<Adoption.StartAnew>(Adoption.Judge(Noted, Same with { StartedAt = Started.AddMinutes(2) }, 10_000));

    [Theory]
    [InlineData("")]
    [InlineData("{\"pid\":")]
    [InlineData("null")]
    public void A_note_that_cannot_be_read_is_no_note(string text)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "storage.json");
        File.WriteAllText(file, text);
        Assert.Null(AzuriteState.Read(file));
    }

    [Fact]
    public void This_very_process_is_found_running_and_one_that_never_was_is_not()
    {
        Assert.Equal(Environment.ProcessId, RunningProcess.Find(Environment.ProcessId)?.Pid);
        Assert.Null(RunningProcess.Find(int.MaxValue));
    }
}
