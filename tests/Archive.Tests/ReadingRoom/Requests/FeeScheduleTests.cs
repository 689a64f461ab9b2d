using Archive.ReadingRoom.Requests;

namespace Archive.Tests.ReadingRoom.Requests;

public sealed class FeeScheduleTests
{
    private static readonly FeeSchedule Old = new() { Id = "a", InForceFrom = Forms.Day("2026-01-01"), LegalBasis = "QĐ 1", Amounts = new Dictionary<CopyProduct, long> { [CopyProduct.AuthenticatedCopy] = 20_000 }, Exempt = ["03"] };
    private static readonly FeeSchedule New = Old with { Id = "b", InForceFrom = Forms.Day("2026-06-01"), Exempt = ["03", "07"] };

    [Fact]
    public void A_fee_is_for_each_copy_of_each_record() =>
        Assert.Equal(new RequestFee(120_000, "a", null), Old.Of(Forms.Request() with { Copies = 3, RecordIds = ["r1", "r2"] }));

    [Theory]
    [InlineData("03", 0)]
    [InlineData("10", 20_000)]
    [InlineData(null, 20_000)]
    public void Who_is_of_an_exempt_group_pays_nothing(string? type, long amount) =>
        Assert.Equal(new RequestFee(amount, "a", amount == 0 ? type : null), Old.Of(Forms.Request() with { FeeObjectType = type }));

    [Fact]
    public void What_the_schedule_does_not_name_costs_nothing() => Assert.False(Old.Of(Forms.Request() with { Product = CopyProduct.ReadingCopy }).IsDue);

    [Theory]
    [InlineData("2025-12-31", "unset")]
    [InlineData("2026-01-01", "a")]
    [InlineData("2026-05-31", "a")]
    [InlineData("2026-06-01", "b")]
    public void The_schedule_of_the_day_counts(string day, string schedule) => Assert.Equal(schedule, FeeSchedule.InForce([New, Old], Forms.Day(day)).Id);

    [Fact]
    public void Before_anybody_sets_amounts_nothing_is_asked() =>
        Assert.All(Enum.GetValues<CopyProduct>(), product => Assert.False(FeeSchedule.InForce([], Forms.Day("2026-03-01")).Of(Forms.Request() with { Product = product }).IsDue));
}
