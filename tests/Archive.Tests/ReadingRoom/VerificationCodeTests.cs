using Archive.ReadingRoom.Deliveries;
using CsCheck;

namespace Archive.Tests.ReadingRoom;

public sealed class VerificationCodeTests
{
    private static readonly Gen<VerificationCode> Code = Gen.Byte.Array[VerificationCode.RandomBytes].Select(bytes => VerificationCode.Of(bytes));

    [Fact]
    public void A_code_is_read_as_it_is_printed_typed_and_misread() => Code.Sample(code =>
    {
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", code.ToString());
        foreach (var typed in new[] { code.ToString(), code.Value, code.ToString().ToLowerInvariant(), $" {code.ToString().Replace('-', ' ')} ", code.Value.Replace('0', 'o').Replace('1', 'l') })
            Assert.Equal(new CodeReading.Sound(code), VerificationCode.Read(typed));
    });

    [Fact]
    public void One_wrong_letter_and_two_that_changed_places_are_always_found() =>
        Gen.Select(Code, Gen.Int[0, 15], Gen.Int[0, 15], Gen.Int[0, 31]).Sample((code, one, other, letter) =>
        {
            var (wrong, swapped) = (code.Value.ToCharArray(), code.Value.ToCharArray());
            wrong[one] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[letter];
            (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
            foreach (var typed in new[] { new string(wrong), new string(swapped) })
                Assert.Equal(typed == code.Value, VerificationCode.Read(typed) is CodeReading.Sound);
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000-0000-0000-000")]
    [InlineData("0000-0000-0000-00000")]
    [InlineData("ĐĐĐĐ-0000-0000-0000")]
    [InlineData("U000-0000-0000-0000")]
    public void Anything_else_is_mistyped(string? typed) => Assert.IsType<CodeReading.Mistyped>(VerificationCode.Read(typed));
}
