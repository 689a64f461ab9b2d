using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Triggers;

public sealed class HttpTriggerTests(AzuriteFixture azurite)
{
    private readonly string account = azurite.NextAccount();
    private readonly Witness witness = new();

    [Theory]
    [InlineData("GET", "/api/agencies/H26.05/uploads/7", HttpStatusCode.OK)]
    [InlineData("POST", "/api/agencies/H26.05/uploads/7", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/agencies/H26.05/uploads/seven", HttpStatusCode.NotFound)]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound)]
    public async Task Routes_and_methods_decide(string method, string path, HttpStatusCode expected)
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Route_values_reach_string_parameters_by_name()
    {
        await using var host = await StartAsync();
        using var client = host.Client();

        Assert.Equal("\"Hà Nội 7\"", await client.GetStringAsync("/api/agencies/H%C3%A0%20N%E1%BB%99i/uploads/7", TestContext.Current.CancellationToken), ignoreCase: false);
    }

    [Fact]
    public async Task An_unhandled_exception_is_a_500_without_details()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        using var response = await client.GetAsync("/api/broken", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.Equal("internal-error", JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Messages_are_sent_before_the_answer()
    {
        await using var host = await StartAsync();
        using var client = host.Client();
        using var response = await client.PostAsync("/api/orders", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(["""{"Id":"7","Count":10}"""], await host.BodiesAsync("orders"));
    }

    [Fact]
    public async Task An_answer_whose_message_cannot_be_sent_is_a_500()
    {
        await using var host = await StartAsync();
        await host.Queue("orders").DeleteAsync(TestContext.Current.CancellationToken);
        using var client = host.Client();
        using var response = await client.PostAsync("/api/orders", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task A_function_switched_off_by_its_setting_has_no_route()
    {
        await using var host = await ToyHost.StartAsync(
            account, typeof(HttpToy), witness, ToyHost.Impatient(ToyHost.NewState()), more: builder => builder.Configuration["AzureWebJobs.Broken.Disabled"] = "true");
        using var client = host.Client();
        using var response = await client.GetAsync("/api/broken", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private Task<ToyHost> StartAsync() => ToyHost.StartAsync(account, typeof(HttpToy), witness, ToyHost.Impatient(ToyHost.NewState()));

    public sealed record Order(string Id, int Count);

    public sealed record Answer([property: HttpResult] IResult Http, [property: ServiceBusOutput("orders", Connection = "Store")] Order? Placed);

    public sealed class HttpToy(Witness witness)
    {
        [Function("Upload")]
        public static IResult Upload(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/uploads/{id:int}")] HttpRequest request, string id, string agency) =>
            request.Method == "GET" ? Results.Content($"\"{agency} {id}\"", "application/json") : throw new InvalidOperationException();

        [Function("Broken")]
        public async Task<IResult> Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/broken")] HttpRequest request)
        {
            await witness.SawAsync(request.Path);
            throw new InvalidOperationException("a secret");
        }

        [Function("Order")]
        public async Task<Answer> Place([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/orders")] HttpRequest request)
        {
            await witness.SawAsync(request.Path);
            return new Answer(Results.Accepted(), new Order("7", 10));
        }
    }
}
