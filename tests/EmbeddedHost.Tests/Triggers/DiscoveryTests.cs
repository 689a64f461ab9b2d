using EmbeddedHost.Triggers;
using EmbeddedHost.Triggers.Discovery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EmbeddedHost.Tests.Triggers;

public sealed class DiscoveryTests
{
    private const string Hourly = "0 0 * * * *";

    [Theory]
    [InlineData(typeof(TakesWrongType), "'body'", "System.Int32")]
    [InlineData(typeof(TakesPlatformType), "'body'", "System.Uri")]
    [InlineData(typeof(TakesUnknownToken), "'name'", "here: agency")]
    [InlineData(typeof(TakesAnotherType), "'id'", "System.Int32")]
    [InlineData(typeof(HasUnknownTrigger), "[OddTriggerAttribute]", "'odd'")]
    [InlineData(typeof(HasNoTrigger), "exactly one parameter")]
    [InlineData(typeof(IsAsyncVoid), "async void")]
    [InlineData(typeof(IsNotPublic), "not public")]
    [InlineData(typeof(ReturnsToNobody), "System.String")]
    [InlineData(typeof(AnswersWithText), "System.String")]
    [InlineData(typeof(AnswersNothing), "output on the method")]
    [InlineData(typeof(BatchesOne), "'body'", "array")]
    [InlineData(typeof(UsesSessions), "sessions")]
    [InlineData(typeof(SettlesItself), "AutoCompleteMessages")]
    [InlineData(typeof(TakesReservedRoute), "'admin/x'", "reserved")]
    [InlineData(typeof(InheritsOutput), "'Message'", "inherited")]
    [InlineData(typeof(NamesBadQueue), "'Bad_Name'")]
    [InlineData(typeof(WatchesTokenContainer), "'{box}/{name}'")]
    public void What_cannot_be_run_is_refused_by_name(Type toy, params string[] named)
    {
        var refused = Assert.Throws<UnsupportedFunctionException>(() => Find(type => type == toy));

        Assert.Contains("'Odd'", refused.Message, StringComparison.Ordinal);
        Assert.All(named, name => Assert.Contains(name, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_functions_of_one_name_are_refused() =>
        Assert.Contains("TwinToys.Two", Assert.Throws<UnsupportedFunctionException>(() => Find(type => type == typeof(TwinToys))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_prefix_of_host_json_comes_before_every_route_and_the_name_stands_in_for_a_missing_one()
    {
        var found = FunctionCatalogue.Find(typeof(RoutedToy).Assembly, type => type == typeof(RoutedToy), new HostSettings { RoutePrefix = "base" });

        Assert.Equal(["base/Named", "base/at/{id}"], found.Select(function => ((Trigger.Http)function.Trigger).Route));
    }

    private static void Find(Func<Type, bool> scope) => FunctionCatalogue.Find(typeof(DiscoveryTests).Assembly, scope, new HostSettings { RoutePrefix = string.Empty });

    public static class RoutedToy
    {
        [Function("Named")]
        public static IResult Named([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Ok(request.Path);

        [Function("Routed")]
        public static IResult Routed([HttpTrigger(AuthorizationLevel.Anonymous, Route = "/at/{id}")] HttpRequest request, string ID) => Results.Ok(request.Path + ID);
    }

    public static class TakesWrongType
    {
        [Function("Odd")]
        public static void Run([QueueTrigger("queue")] int body) => _ = body;
    }

    public static class TakesPlatformType
    {
        [Function("Odd")]
        public static void Run([ServiceBusTrigger("queue")] Uri body) => _ = body;
    }

    public static class TakesUnknownToken
    {
        [Function("Odd")]
        public static void Run([BlobTrigger("inbox/{agency}")] Stream blob, string name) => _ = (blob, name);
    }

    public static class TakesAnotherType
    {
        [Function("Odd")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{id}")] HttpRequest request, int id) => Results.Ok((request.Path, id));
    }

    public static class HasUnknownTrigger
    {
        [Function("Odd")]
        public static void Run([OddTrigger] string odd) => _ = odd;
    }

    public static class HasNoTrigger
    {
        [Function("Odd")]
        public static void Run(CancellationToken stop) => _ = stop;
    }

    public static class IsAsyncVoid
    {
        [Function("Odd")]
        public static async void Run([TimerTrigger(Hourly)] TimerInfo timer) => await Task.FromResult(timer);
    }

    public static class IsNotPublic
    {
        [Function("Odd")]
        internal static void Run([TimerTrigger(Hourly)] TimerInfo timer) => _ = timer;
    }

    public static class ReturnsToNobody
    {
        [Function("Odd")]
        public static Task<string> Run([TimerTrigger(Hourly)] TimerInfo timer) => Task.FromResult($"{timer}");
    }

    public static class AnswersWithText
    {
        [Function("Odd")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => request.Path;
    }

    public static class AnswersNothing
    {
        [Function("Odd")]
        [ServiceBusOutput("queue")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => request.Path;
    }

    public static class BatchesOne
    {
        [Function("Odd")]
        public static void Run([ServiceBusTrigger("queue", IsBatched = true)] string body) => _ = body;
    }

    public static class UsesSessions
    {
        [Function("Odd")]
        public static void Run([ServiceBusTrigger("queue", IsSessionsEnabled = true)] string body) => _ = body;
    }

    public static class SettlesItself
    {
        [Function("Odd")]
        public static void Run([ServiceBusTrigger("queue", AutoCompleteMessages = false)] string body) => _ = body;
    }

    public static class TakesReservedRoute
    {
        [Function("Odd")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "admin/x")] HttpRequest request) => Results.Ok(request.Path);
    }

    public static class InheritsOutput
    {
        [Function("Odd")]
        public static Derived Run([TimerTrigger(Hourly)] TimerInfo timer) => new($"{timer}");
    }

    public static class NamesBadQueue
    {
        [Function("Odd")]
        public static void Run([ServiceBusTrigger("Bad_Name")] string body) => _ = body;
    }

    public static class WatchesTokenContainer
    {
        [Function("Odd")]
        public static void Run([BlobTrigger("{box}/{name}")] Stream blob) => _ = blob;
    }

    public static class TwinToys
    {
        [Function("Twin")]
        public static void One([TimerTrigger(Hourly)] TimerInfo timer) => _ = timer;

        [Function("twin")]
        public static void Two([TimerTrigger(Hourly)] TimerInfo timer) => _ = timer;
    }

    public record Base([property: ServiceBusOutput("queue")] string Message);

    public sealed record Derived(string Text) : Base(Text);

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class OddTriggerAttribute : TriggerBindingAttribute;
}
