using System.Text;
using System.Text.Json;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Audit;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ArchiveFunctions.Tests.ReadingRoom;

public sealed class ProblemsTests
{
    public static TheoryData<string> Codes() => new(ProblemCode.All.Select(code => code.Id));

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_problem_has_its_code_status_and_title(string id)
    {
        var code = ProblemCode.All.Single(one => one.Id == id);

        var (response, body) = await Answers.Of(Problems.Of(code, new DefaultHttpContext().Request));
        var json = JsonSerializer.Deserialize<JsonElement>(body);

        Assert.Equal(code.Status, response.StatusCode);
        Assert.Equal("application/problem+json", response.ContentType);
        Assert.Equal(id, json.GetProperty("code").GetString());
        Assert.Equal(code.Status, json.GetProperty("status").GetInt32());
        Assert.NotEmpty(json.GetProperty("title").GetString()!);
        Assert.Equal(code.Status == 503, response.Headers.RetryAfter.Count > 0);
        Assert.Equal(code.Status == 401, response.Headers.WWWAuthenticate.Count > 0);
    }

    [Fact]
    public async Task Vietnamese_letters_stay_letters() =>
        Assert.Contains("Không tìm thấy", Encoding.UTF8.GetString((await Answers.Of(Problems.Of(ProblemCode.NotFound, new DefaultHttpContext().Request))).Body), StringComparison.Ordinal);

    public static TheoryData<Exception, int, string> Faults() => new()
    {
        { new RequestFailedException(0, "refused"), 503, "search-unavailable" },
        { new RequestFailedException(503, "busy"), 503, "search-unavailable" },
        { new AggregateException(new RequestFailedException(0, "refused"), new HttpRequestException("refused")), 503, "search-unavailable" },
        { new TimeoutException("late"), 503, "search-unavailable" },
        { new OperationCanceledException("stopping"), 503, "search-unavailable" },
        { new RequestFailedException(403, "no role"), 500, "internal" },
        { new InvalidDataException("secret detail"), 500, "internal" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_goes_wrong_is_told_without_a_word_of_how(Exception fault, int status, string code)
    {
        var desk = new ReadingDesk(
            new CallerReader(new IdentitySettings(null, null, null), new ConfigurationManager<OpenIdConnectConfiguration>("https://x", new OpenIdConnectConfigurationRetriever()), new FakeTimeProvider(), NullLogger<CallerReader>.Instance),
            new Refusals(new AuditTrail(new TableServiceClient("UseDevelopmentStorage=true"), new FakeTimeProvider())),
            NullLogger<ReadingDesk>.Instance);

        var (response, body) = await Answers.Of(await desk.Answer(new DefaultHttpContext().Request, _ => throw fault, ProblemCode.SearchUnavailable));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, JsonSerializer.Deserialize<JsonElement>(body).GetProperty("code").GetString());
        Assert.DoesNotContain(fault.Message, Encoding.UTF8.GetString(body), StringComparison.Ordinal);
    }
}
