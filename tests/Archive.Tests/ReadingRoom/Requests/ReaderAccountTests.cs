using Archive.ReadingRoom.Requests;

namespace Archive.Tests.ReadingRoom.Requests;

public sealed class ReaderAccountTests
{
    [Theory]
    [MemberData(nameof(Faults))]
    public void What_is_at_fault_is_named(string error, ReaderAccount account) => Assert.Equal([error], account.Tidied().Errors());

    public static TheoryData<string, ReaderAccount> Faults() => new()
    {
        { "fullName", Forms.Account with { FullName = " " } },
        { "personalId", Forms.Account with { PersonalId = "12345" } },
        { "personalId", Forms.Account with { PersonalId = "001099-12345" } },
        { "email", Forms.Account with { Email = "an@" } },
        { "email", Forms.Account with { Email = "a n@example.vn" } },
        { "email", Forms.Account with { Email = null } },
        { "phone", Forms.Account with { Phone = "12 34" } },
        { "phone", Forms.Account with { Phone = "0912345678 gọi buổi tối" } },
        { "note", Forms.Account with { Note = new string('a', 1001) } },
    };

    [Fact]
    public void An_address_or_a_number_is_enough_and_names_are_kept_composed()
    {
        var account = (Forms.Account with { Email = "", Phone = "+84 912 345 678", FullName = "  Nguyê\u0303n Văn An " }).Tidied();
        Assert.Empty(account.Errors());
        Assert.Equal(("Nguyễn Văn An", null), (account.FullName, account.Email));
    }
}
