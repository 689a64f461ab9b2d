using Archive.ReadingRoom;
using Archive.Tests.Catalogue;

namespace Archive.Tests.ReadingRoom;

public sealed class PermissionsTests
{
    [Fact]
    public void Nobody_may_do_what_has_no_row() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.False(Permissions.May("Unheard", Given.Caller(role, Given.Finance), Given.Finance)));

    [Fact]
    public void An_officer_of_no_agency_and_an_act_about_no_agency_do_not_meet()
    {
        Assert.False(Permissions.May("OpenUploadSlot", Given.Caller(Role.Officer), Given.Finance));
        Assert.False(Permissions.May("OpenUploadSlot", Given.Caller(Role.Officer), null));
        Assert.False(Permissions.May("OpenUploadSlot", Given.Caller(Role.Officer, Given.Finance), null));
        Assert.True(Permissions.May("OpenUploadSlot", Given.Caller(Role.Officer, Given.Finance), Given.Finance));
    }

    [Fact]
    public void Roles_add_up_and_no_role_takes_another_away()
    {
        var both = Given.Caller(Role.Officer, Given.Finance) with { Roles = new HashSet<Role> { Role.Officer, Role.Archivist } };
        Assert.True(Permissions.May("DecideTransfer", both, Given.HomeAffairs));
        Assert.True(Permissions.May("TransferEarly", both, Given.Finance));
        Assert.False(Permissions.May("TransferEarly", both, Given.HomeAffairs));
    }

    [Fact]
    public void A_row_is_for_anyone_or_names_each_of_its_roles_once() => Assert.All(Permissions.All, row =>
    {
        Assert.Equal(row.Anyone, row.Roles.Count == 0);
        Assert.Equal(row.Roles.Distinct(), row.Roles);
    });
}
