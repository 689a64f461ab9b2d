using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EmbeddedHost.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmbeddedHost.Tests.Identity;

[Collection(ArchiveCollection.Name)]
public sealed class DevelopmentIssuerTests(ArchiveInProcess running)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IConfiguration Settings => running.Archive.Services.GetRequiredService<IConfiguration>();

    [Fact]
    public async Task A_token_verifies_with_the_published_keys_and_the_apps_settings()
    {
        var token = await TokenAsync(new { roles = new[] { "officer" }, agency = "H26.05", name = "Nguyễn Thị Lan" });
        var verdict = await VerifyAsync(token);

        Assert.True(verdict.IsValid, verdict.Exception?.Message);
        var read = new JsonWebToken(token);
        Assert.Equal(("ES256", "at+jwt"), (read.Alg, read.Typ));
        Assert.Equal(("Nguyễn Thị Lan", "H26.05"), (read.GetPayloadValue<string>("name"), read.GetPayloadValue<string>("agency")));
        Assert.Equal(["officer"], read.GetPayloadValue<string[]>("roles"));
        Assert.Equal((TimeSpan.FromHours(8), read.IssuedAt), (read.ValidTo - read.IssuedAt, read.ValidFrom));
    }

    [Fact]
    public async Task A_token_with_another_role_put_in_does_not_verify()
    {
        var parts = (await TokenAsync(new { roles = new[] { "reader" } })).Split('.');
        parts[1] = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("reader", "administrator", StringComparison.Ordinal));

        Assert.False((await VerifyAsync(string.Join('.', parts))).IsValid);
    }

    [Fact]
    public async Task The_same_name_is_the_same_person_whatever_the_roles()
    {
        var (reader, archivist) = (await SubjectAsync("Lan", "reader"), await SubjectAsync("Lan", "archivist"));
        Assert.Equal(reader, archivist);
        Assert.NotEqual(reader, await SubjectAsync("Minh", "reader"));
    }

    [Theory]
    [InlineData("""{"roles":["root"]}""", "role-unknown")]
    [InlineData("{", "token-request-malformed")]
    [InlineData("", "token-request-malformed")]
    [InlineData("""{"roles":["reader"],"name":"\ud800"}""", "token-request-malformed")]
    public async Task Bad_input_is_a_problem_with_a_code(string body, string code)
    {
        using var answer = await running.Client.PostAsync("/dev/token", new StringContent(body), Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_private_half_of_the_key_is_not_published() =>
        Assert.DoesNotContain("\"d\"", await running.Client.GetStringAsync("/dev/jwks", Stop), StringComparison.Ordinal);

    [Fact]
    public async Task Another_host_name_pointed_at_this_machine_gets_no_token()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/token") { Content = JsonContent.Create(new { roles = new[] { "reader" } }) };
        request.Headers.Host = "evil.example";
        using var answer = await running.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> TokenAsync(object request)
    {
        using var answer = await running.Client.PostAsJsonAsync("/dev/token", request, Stop);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(("Bearer", 28_800), (body.GetProperty("token_type").GetString(), body.GetProperty("expires_in").GetInt32()));
        return body.GetProperty("access_token").GetString()!;
    }

    private async Task<string> SubjectAsync(string name, string role) =>
        new JsonWebToken(await TokenAsync(new { name, roles = new[] { role } })).Subject;

    private async Task<TokenValidationResult> VerifyAsync(string token)
    {
        var discovery = await running.Client.GetFromJsonAsync<JsonElement>(Settings["Identity:MetadataAddress"], Stop);
        Assert.Equal(Settings["Identity:Issuer"], discovery.GetProperty("issuer").GetString());
        var keys = new JsonWebKeySet(await running.Client.GetStringAsync(discovery.GetProperty("jwks_uri").GetString(), Stop));
        return await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Settings["Identity:Issuer"],
            ValidAudience = Settings["Identity:Audience"],
            ValidTypes = ["at+jwt"],
            IssuerSigningKeys = keys.GetSigningKeys(),
        });
    }
}
