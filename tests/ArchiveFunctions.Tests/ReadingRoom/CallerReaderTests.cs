using System.Security.Cryptography;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ArchiveFunctions.Tests.ReadingRoom;

public sealed class CallerReaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private readonly ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa another = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly FakeTimeProvider clock = new(Now);
    private readonly Issuer issuer = new();
    private readonly CallerReader reader;

    public CallerReaderTests()
    {
        issuer.Publish(Key(curve, "one"));
        reader = new CallerReader(new IdentitySettings("https://issuer", "archive", "https://issuer/keys"), issuer, clock, NullLogger<CallerReader>.Instance);
    }

    public void Dispose()
    {
        curve.Dispose();
        another.Dispose();
    }

    [Fact]
    public async Task A_good_token_names_its_caller()
    {
        var caller = Known(await Read(Token(claims: new() { ["roles"] = new[] { "officer", "reader", "emperor" }, ["agency"] = "H26.01", ["name"] = "Lan" })));

        Assert.Equal("s1", caller.Subject);
        Assert.Equal("Lan", caller.Name);
        Assert.Equal(AgencyCode.Parse("H26.01"), caller.Agency);
        Assert.Equal(new HashSet<Role> { Role.Officer, Role.Reader }, caller.Roles);
    }

    [Fact]
    public async Task Without_a_token_a_caller_is_anyone() => Assert.True(Known(await reader.Read(new DefaultHttpContext().Request)).IsAnonymous);

    [Fact]
    public async Task A_role_that_is_a_number_grants_nothing() =>
        Assert.Empty(Known(await Read(Token(claims: new() { ["roles"] = new[] { "4", "administrator " } }))).Roles);

    public static TheoryData<string> Spoilt() => ["issuer", "audience", "expired", "early", "signature", "key", "none", "hmac", "type", "subject", "garbage", "basic", "endless"];

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_token_that_is_not_wholly_right_is_refused(string how)
    {
        var good = Token();
        Assert.IsType<Identification.Known>(await Read(good));
        var header = how switch
        {
            "issuer" => "Bearer " + Token(from: "https://other"),
            "audience" => "Bearer " + Token(to: "another"),
            "expired" => "Bearer " + Token(begins: Now.AddHours(-3), ends: Now.AddMinutes(-2)),
            "early" => "Bearer " + Token(begins: Now.AddMinutes(2)),
            "signature" => "Bearer " + good[..^6] + (good[^6] == 'A' ? 'B' : 'A') + good[^5..],
            "key" => "Bearer " + Token(signed: new SigningCredentials(Key(another, "one"), SecurityAlgorithms.EcdsaSha256)),
            "none" => "Bearer " + Unsigned(),
            "hmac" => "Bearer " + Token(signed: new SigningCredentials(new SymmetricSecurityKey(new byte[64]) { KeyId = "one" }, SecurityAlgorithms.HmacSha256)),
            "type" => "Bearer " + Token(type: "id+jwt"),
            "subject" => "Bearer " + Token(subject: null),
            "garbage" => "Bearer a.b",
            "basic" => "Basic YTpi",
            _ => "Bearer " + new string('a', 100_000),
        };

        Assert.IsType<Identification.Refused>(await ReadHeader(header));
    }

    /// <summary>Of an issuer that types all its tokens <c>JWT</c>, as several do.</summary>
    [Theory]
    [InlineData("azp", "web", true)]
    [InlineData("appid", "web", true)]
    [InlineData("client_id", "web", true)]
    [InlineData("aio", "x", false)]
    [InlineData("azp+nonce", "n", false)]
    [InlineData("azp+at_hash", "h", false)]
    [InlineData("azp+c_hash", "h", false)]
    [InlineData("azp+token_use", "id", false)]
    [InlineData("azp+token_use", "access", true)]
    [InlineData("azp+typ", "ID", false)]
    [InlineData("azp+typ", "Refresh", false)]
    [InlineData("azp+typ", "Bearer", true)]
    public async Task An_ID_token_gives_no_right_though_everything_else_in_it_is_right(string claims, string value, bool isAccess)
    {
        var said = claims.Split('+').ToDictionary(claim => claim, object (_) => value);
        Assert.Equal(isAccess, await Read(Token(type: "JWT", claims: said)) is Identification.Known);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("at_hash")]
    public async Task What_only_ID_tokens_carry_spoils_one_that_calls_itself_an_access_token(string claim) =>
        Assert.IsType<Identification.Refused>(await Read(Token(claims: new() { [claim] = "x" })));

    [Fact]
    public async Task A_public_key_is_no_secret_to_sign_with()
    {
        var published = new SymmetricSecurityKey(curve.ExportSubjectPublicKeyInfo()) { KeyId = "one" };
        Assert.IsType<Identification.Refused>(await Read(Token(signed: new SigningCredentials(published, SecurityAlgorithms.HmacSha256))));
    }

    [Theory]
    [InlineData("X-MS-TOKEN-AAD-ACCESS-TOKEN", "GET", true)]
    [InlineData("X-MS-TOKEN-AAD-ACCESS-TOKEN", "POST", false)]
    [InlineData(null, "GET", false)]
    public async Task The_token_a_platform_hands_on_is_taken_where_a_setting_says_so_and_changes_nothing_by_itself(string? setting, string method, bool isKnown)
    {
        var behind = new CallerReader(new IdentitySettings("https://issuer", "archive", "https://issuer/keys", PlatformTokenHeader: setting), issuer, clock, NullLogger<CallerReader>.Instance);
        var request = new DefaultHttpContext { Request = { Method = method } }.Request;
        request.Headers["X-MS-TOKEN-AAD-ACCESS-TOKEN"] = Token();
        Assert.Equal(isKnown, !Known(await behind.Read(request)).IsAnonymous);
    }

    [Fact]
    public async Task The_token_a_platform_hands_on_is_checked_as_any_other()
    {
        var behind = new CallerReader(new IdentitySettings("https://issuer", "archive", "https://issuer/keys", PlatformTokenHeader: "X-MS"), issuer, clock, NullLogger<CallerReader>.Instance);
        var request = new DefaultHttpContext { Request = { Method = "GET" } }.Request;
        request.Headers["X-MS"] = Token(to: "another");
        Assert.True(Known(await behind.Read(request)).IsAnonymous);
    }

    [Fact]
    public async Task Inventions_of_keys_make_the_issuer_be_asked_twice_and_no_more()
    {
        var asked = 0;
        var metadata = new Documents(address =>
        {
            asked += address.EndsWith("/keys", StringComparison.Ordinal) ? 0 : 1;
            return address.EndsWith("/keys", StringComparison.Ordinal) ? """{"keys":[]}""" : """{"issuer":"https://issuer","jwks_uri":"https://issuer/keys"}""";
        });
        var manager = new ConfigurationManager<OpenIdConnectConfiguration>("https://issuer/metadata", new OpenIdConnectConfigurationRetriever(), metadata)
        {
            RefreshInterval = IdentitySettings.RefreshInterval,
        };
        var strict = new CallerReader(new IdentitySettings("https://issuer", "archive", "https://issuer/metadata"), manager, clock, NullLogger<CallerReader>.Instance);

        for (var number = 0; number < 50; number++)
            Assert.IsType<Identification.Refused>(await strict.Read(Request("Bearer " + Token(signed: new SigningCredentials(Key(another, $"invented-{number}"), SecurityAlgorithms.EcdsaSha256)))));
        Assert.InRange(asked, 1, 2);
    }

    [Fact]
    public async Task A_token_is_good_until_it_ends_by_the_archives_clock()
    {
        var token = Token();
        clock.Advance(TimeSpan.FromMinutes(62));

        Assert.IsType<Identification.Refused>(await Read(token));
    }

    [Fact]
    public async Task A_token_that_was_believed_ends_all_the_same()
    {
        var token = Token(ends: Now.AddMinutes(2));
        Assert.IsType<Identification.Known>(await Read(token));
        clock.Advance(TimeSpan.FromMinutes(3.5));

        Assert.IsType<Identification.Refused>(await Read(token));
    }

    [Fact]
    public async Task A_withdrawn_key_is_believed_for_five_minutes_at_most()
    {
        var token = Token();
        Assert.IsType<Identification.Known>(await Read(token));
        issuer.Publish(Key(another, "two"));

        clock.Advance(TimeSpan.FromMinutes(4.9));
        Assert.IsType<Identification.Known>(await Read(token));
        clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.IsType<Identification.Refused>(await Read(token));
    }

    [Fact]
    public async Task A_new_key_is_asked_for_once_and_then_believed()
    {
        var token = Token(signed: new SigningCredentials(Key(another, "two"), SecurityAlgorithms.EcdsaSha256));
        Assert.IsType<Identification.Refused>(await Read(token));

        issuer.PublishWhenAsked(Key(another, "two"));

        Assert.IsType<Identification.Known>(await Read(token));
        Assert.IsType<Identification.Known>(await Read(token));
        Assert.Equal(2, issuer.Refreshes);
    }

    [Fact]
    public async Task When_the_issuer_cannot_be_reached_nobody_is_called_a_liar()
    {
        issuer.Unreachable = true;

        Assert.IsType<Identification.Unavailable>(await Read(Token()));
        Assert.IsType<Identification.Known>(await reader.Read(new DefaultHttpContext().Request));
    }

    [Fact]
    public async Task Without_a_configured_issuer_no_token_is_believed() => Assert.IsType<Identification.Refused>(
        await new CallerReader(new IdentitySettings(null, null, null), issuer, clock, NullLogger<CallerReader>.Instance).Read(Request("Bearer " + Token())));

    private static Caller Known(Identification identification) => Assert.IsType<Identification.Known>(identification).Caller;

    private static ECDsaSecurityKey Key(ECDsa curve, string id) => new(curve) { KeyId = id };

    private static HttpRequest Request(string header)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = header;
        return request;
    }

    private static string Unsigned() =>
        $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Base64UrlEncoder.Encode("""{"iss":"https://issuer","aud":"archive","sub":"s1","exp":9999999999}""")}.";

    private ValueTask<Identification> Read(string token) => ReadHeader("Bearer " + token);

    private ValueTask<Identification> ReadHeader(string header) => reader.Read(Request(header));

    private string Token(
        string from = "https://issuer",
        string to = "archive",
        string? subject = "s1",
        string type = "at+jwt",
        DateTimeOffset? begins = null,
        DateTimeOffset? ends = null,
        SigningCredentials? signed = null,
        Dictionary<string, object>? claims = null)
    {
        claims ??= [];
        if (subject is not null)
            claims["sub"] = subject;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = from,
            Audience = to,
            TokenType = type,
            NotBefore = (begins ?? Now).UtcDateTime,
            Expires = (ends ?? Now.AddHours(1)).UtcDateTime,
            Claims = claims,
            SigningCredentials = signed ?? new SigningCredentials(Key(curve, "one"), SecurityAlgorithms.EcdsaSha256),
        });
    }

    private sealed class Documents(Func<string, string> answer) : IDocumentRetriever
    {
        public Task<string> GetDocumentAsync(string address, CancellationToken cancel) => Task.FromResult(answer(address));
    }

    /// <summary>An issuer in memory.</summary>
    private sealed class Issuer : IConfigurationManager<OpenIdConnectConfiguration>
    {
        private OpenIdConnectConfiguration published = new();
        private OpenIdConnectConfiguration? next;

        public bool Unreachable { get; set; }

        public int Refreshes { get; private set; }

        public void Publish(SecurityKey key) => published = With(key);

        public void PublishWhenAsked(SecurityKey key) => next = With(key);

        public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) =>
            Unreachable ? throw new InvalidOperationException("IDX20803") : Task.FromResult(published);

        public void RequestRefresh()
        {
            Refreshes++;
            published = next ?? published;
        }

        private static OpenIdConnectConfiguration With(SecurityKey key)
        {
            var configuration = new OpenIdConnectConfiguration();
            configuration.SigningKeys.Add(key);
            return configuration;
        }
    }
}
