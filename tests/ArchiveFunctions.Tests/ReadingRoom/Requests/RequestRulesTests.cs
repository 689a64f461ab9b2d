using Archive.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Requests;
using Microsoft.Extensions.Configuration;

namespace ArchiveFunctions.Tests.ReadingRoom.Requests;

public sealed class RequestRulesTests
{
    [Fact]
    public void Without_settings_the_rules_that_come_along_count_and_nothing_is_asked()
    {
        var rules = Rules();
        Assert.Equal(("tt05-2025", "unset", new TimeOnly(17, 0)), (rules.PolicyOn(new DateOnly(2026, 3, 2)).Id, rules.FeesOn(new DateOnly(2026, 3, 2)).Id, rules.Calendar.Closes));
    }

    [Fact]
    public void Fees_terms_and_years_are_set_beside_them()
    {
        var rules = Rules(
            ("Requests:Fees:0:Id", "hn-2026"),
            ("Requests:Fees:0:InForceFrom", "2026-06-01"),
            ("Requests:Fees:0:LegalBasis", "QĐ 1/QĐ-UBND"),
            ("Requests:Fees:0:Amounts:AuthenticatedCopy", "25000"),
            ("Requests:Fees:0:Exempt:0", "03"),
            ("Requests:Policies:0:Id", "hn-2027"),
            ("Requests:Policies:0:InForceFrom", "2027-01-01"),
            ("Requests:Policies:0:UseDays", "10"),
            ("Requests:Policies:0:UseBasis", "QĐ 2"),
            ("Requests:Policies:0:Answers:0:Reading", "true"),
            ("Requests:Policies:0:Answers:0:Conditional", "true"),
            ("Requests:Policies:0:Answers:0:Days", "4"),
            ("Requests:Policies:0:Answers:0:LegalBasis", "QĐ 2"),
            ("Requests:Calendars:0:Year", "2027"),
            ("Requests:Calendars:0:Off:0", "2027-02-08"),
            ("Requests:Closes", "16:30"));

        Assert.Equal("unset", rules.FeesOn(new DateOnly(2026, 5, 31)).Id);
        Assert.Equal((25_000, "03"), (rules.FeesOn(new DateOnly(2026, 6, 1)).Amounts[CopyProduct.AuthenticatedCopy], rules.FeesOn(new DateOnly(2026, 6, 1)).Exempt[0]));
        Assert.Equal(("tt05-2025", "hn-2027"), (rules.PolicyOn(new DateOnly(2026, 12, 31)).Id, rules.PolicyOn(new DateOnly(2027, 1, 1)).Id));
        Assert.Equal(4, rules.PolicyOn(new DateOnly(2027, 1, 1)).AnswerTo(CopyProduct.ReadingCopy, conditional: true).Days);
        Assert.Equal(new DueDay.On(new DateOnly(2027, 2, 9)), WorkingDays.Due(new DateTimeOffset(2027, 2, 5, 10, 0, 0, TimeSpan.FromHours(7)), 1, rules.Calendar));
        Assert.Equal(new TimeOnly(16, 30), rules.Calendar.Closes);
    }

    [Theory]
    [InlineData("Requests:Fees:0:Amounts:ReadingCopy", "-1")]
    [InlineData("Requests:Fees:0:Exempt:0", "77")]
    [InlineData("Requests:Policies:0:UseDays", "10")]
    public void A_setting_without_sense_is_not_started_with(string setting, string value) =>
        Assert.Throws<InvalidOperationException>(() => Rules(("Requests:Fees:0:Id", "a"), ("Requests:Policies:0:Id", setting.Contains("Fees", StringComparison.Ordinal) ? "" : "b"), (setting, value)));

    private static RequestRules Rules(params (string Name, string Value)[] settings) =>
        RequestWiring.RulesOf(new ConfigurationBuilder().AddInMemoryCollection(settings.Where(one => one.Value.Length > 0).Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build());
}
