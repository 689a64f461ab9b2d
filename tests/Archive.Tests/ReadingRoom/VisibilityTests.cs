using Archive.ReadingRoom;
using Archive.Records;
using Archive.Tests.Catalogue;

namespace Archive.Tests.ReadingRoom;

public sealed class VisibilityTests
{
    /// <summary>Role (null: nobody signed in), the caller's agency, mode, and whether a described record of H26.01 shows.</summary>
    public static TheoryData<Role?, string?, string?, bool> Matrix()
    {
        var matrix = new TheoryData<Role?, string?, string?, bool>();
        foreach (var role in Enum.GetValues<Role>().Cast<Role?>().Append(null))
        {
            foreach (var agency in new[] { null, "H26.01", "H26.02", "H26.01.05" })
            {
                foreach (var mode in new[] { null, "01", "02", "03", "something" })
                {
                    var staff = role is Role.Archivist or Role.Administrator || (role is Role.Officer && agency == "H26.01");
                    matrix.Add(role, agency, mode, mode == "01" || (mode != "03" && staff));
                }
            }
        }

        return matrix;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Who_sees_a_record_is_settled_by_role_agency_and_access(Role? role, string? agency, string? mode, bool shows)
    {
        var record = Given.Record("a", Given.HomeAffairs, mode);
        AgencyCode? code = agency is null ? null : AgencyCode.Parse(agency);
        var caller = role is { } held ? Given.Caller(held, code) : Caller.Anonymous with { Agency = code };

        Assert.Equal(shows, Visibility.MaySeeMetadata(record, caller));
        Assert.Equal(shows, Visibility.MayReadContent(record, caller));
        Assert.Equal(shows, Visibility.MarksOf(caller).Intersect(Visibility.ReadersOf(record)).Any());
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_withheld_record_shows_to_nobody(Role? role, string? agency, string? mode, bool shows)
    {
        _ = shows;
        var record = Given.Record("a", Given.HomeAffairs, mode) with { Status = RecordStatus.Withheld };
        var caller = role is { } held ? Given.Caller(held, agency is null ? null : AgencyCode.Parse(agency)) : Caller.Anonymous;

        Assert.False(Visibility.MaySeeMetadata(record, caller));
        Assert.False(Visibility.MayReadContent(record, caller));
    }

    [Fact]
    public void An_officer_whose_token_names_no_agency_sees_what_anyone_sees() =>
        Assert.Equal([Visibility.Anyone], Visibility.MarksOf(Given.Caller(Role.Officer)));

    [Fact]
    public void An_agencys_officers_are_strangers_to_every_other_agency()
    {
        Assert.True(Given.Caller(Role.Officer, Given.Finance).IsOfficerOf(Given.Finance));
        Assert.False(Given.Caller(Role.Officer, Given.Finance).IsOfficerOf(Given.HomeAffairs));
        Assert.False(Given.Caller(Role.Officer, Given.Finance).IsOfficerOf(AgencyCode.Parse("H26.02.01")));
        Assert.False(Given.Caller(Role.Archivist, Given.Finance).IsOfficerOf(Given.Finance));
    }
}
