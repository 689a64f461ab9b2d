using Archive.Transfer;

namespace Archive.Tests.Transfer;

public sealed class SettlingTests
{
    private static readonly DateTimeOffset Now = new(2030, 3, 8, 17, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(5, 20, 12, true)]
    [InlineData(5, 20, 11, false)]
    [InlineData(Consignment.Most, 20, 0, true)]
    [InlineData(5, 24 * 60, 0, true)]
    [InlineData(5, (24 * 60) - 1, 0, false)]
    public void A_dossier_goes_when_nothing_was_added_for_longer_than_from_sweep_to_sweep(int count, int firstMinutesAgo, int lastMinutesAgo, bool over) =>
        Assert.Equal(over, Settling.Usual.IsOver(count, Now.AddMinutes(-firstMinutesAgo), Now.AddMinutes(-lastMinutesAgo), Now));

    [Fact]
    public void Nothing_waits_where_nothing_settles() => Assert.True(Settling.AtOnce.IsOver(1, Now, Now, Now));
}
