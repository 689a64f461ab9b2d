using System.Text.Json;
using EmbeddedHost.Identity;

namespace EmbeddedHost.Tests.Identity;

public sealed class TokenRequestTests
{
    [Fact]
    public void Roles_agency_and_name_are_read()
    {
        var accepted = Assert.IsType<TokenRequest.Accepted>(Read("""{"roles":["officer","reader","officer"],"agency":"000.00.05.H26","name":" Lan "}"""));
        Assert.Equal(["officer", "reader"], accepted.Roles);
        Assert.Equal(("H26.05", "Lan"), (accepted.Agency?.Value, accepted.Name));
    }

    [Fact]
    public void A_name_with_a_letter_that_is_none_is_one_with_a_replacement() =>
        Assert.Equal("Lan\uFFFD", Assert.IsType<TokenRequest.Accepted>(Read("""{"roles":["reader"],"name":"Lan\ufffe"}""")).Name);

    [Fact]
    public void Agency_and_name_may_be_left_out()
    {
        var accepted = Assert.IsType<TokenRequest.Accepted>(Read("""{"roles":["administrator"],"agency":null}"""));
        Assert.Null(accepted.Agency);
        Assert.Equal("developer", accepted.Name);
    }

    [Theory]
    [InlineData("token-request-malformed", "[]")]
    [InlineData("token-request-malformed", """{"roles":["reader"],"role":"officer"}""")]
    [InlineData("roles-missing", "{}")]
    [InlineData("roles-missing", """{"roles":[]}""")]
    [InlineData("roles-missing", """{"roles":"reader"}""")]
    [InlineData("role-unknown", """{"roles":["reader","root"]}""")]
    [InlineData("role-unknown", """{"roles":["Reader"]}""")]
    [InlineData("role-unknown", """{"roles":[7]}""")]
    [InlineData("agency-invalid", """{"roles":["officer"],"agency":"Hà Nội"}""")]
    [InlineData("agency-invalid", """{"roles":["officer"],"agency":26}""")]
    [InlineData("name-invalid", """{"roles":["reader"],"name":"  "}""")]
    [InlineData("name-invalid", """{"roles":["reader"],"name":{}}""")]
    public void Bad_input_is_refused_with_its_code(string code, string body) => Assert.Equal(code, Assert.IsType<TokenRequest.Refused>(Read(body)).Code);

    private static TokenRequest Read(string json)
    {
        using var body = JsonDocument.Parse(json);
        return TokenRequest.Read(body.RootElement);
    }
}
