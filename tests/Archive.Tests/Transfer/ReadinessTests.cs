using Archive.Description;
using Archive.Records;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

public sealed class ReadinessTests
{
    private static readonly ArchiveRecord Complete = Clocks.Complete("15/03/2023");

    [Fact]
    public void A_complete_record_can_go() => Assert.Empty(Readiness.Obstacles(Complete, agencyIsRegistered: true));

    [Fact]
    public void Every_mandatory_field_is_asked_for_by_name()
    {
        foreach (var field in Readiness.Mandatory)
        {
            var without = Complete with { Description = new([.. Complete.Description.Statements.Where(said => said.Field != field)]) };
            Assert.Equal((field == Field.Mode ? "T-402" : "T-401", field), Assert.Single(Readiness.Obstacles(without, true)) is var found ? (found.Code, found.Where) : default);
        }
    }

    [Theory]
    [InlineData(Field.TypePic)]
    [InlineData(Field.TypeMedia)]
    public void A_photo_or_a_recording_is_asked_for_what_its_own_data_set_requires(string type)
    {
        RecordDescription Said(params string[] fields) => new([.. fields.Append(type).Select(field => new Statement(field, "01", StatementSource.Depositor, 1, "sidecar"))]);
        Assert.Empty(Readiness.Obstacles(Complete with { Description = Said(Field.Maintenance, Field.Mode) }, agencyIsRegistered: true));
        Assert.Equal([("T-401", Field.Maintenance), ("T-402", Field.Mode)], Readiness.Obstacles(Complete with { Description = Said() }, agencyIsRegistered: true).Select(found => (found.Code, found.Where)));
    }

    [Fact]
    public void Each_other_reason_is_named()
    {
        Assert.Equal("T-403", Reason(Complete with { Findings = [Finding.Of(FindingCodes.PartlyUnreadable, "page 2")] }));
        Assert.Equal("T-404", Reason(Complete with { Hold = "Thanh tra" }));
        Assert.Equal("T-406", Reason(Complete with { Status = RecordStatus.Admitted }));
        Assert.Equal("T-407", Reason(Complete with { Status = RecordStatus.Withheld }));
        Assert.Equal("T-405", Assert.Single(Readiness.Obstacles(Complete, agencyIsRegistered: false)).Code);
    }

    private static string Reason(ArchiveRecord record) => Assert.Single(Readiness.Obstacles(record, true)).Code;
}
