using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Tests.Templates;
using Json.Schema;

namespace Infra.Tests.App;

public sealed class HostFileTests
{
    private static readonly JsonNode Host = JsonNode.Parse(Repository.Text("host.json"))!;

    [Fact]
    public void The_host_file_holds_only_keys_the_host_knows() => Assert.Equal([], Faults(Host));

    [Theory]
    [InlineData("""{ "version": "2.0", "telemetryMode": "OpenTelemetry", "functionTimeout": "00:30:00", "extensions": { "serviceBus": { "messageHandlerOptions": { "maxConcurrentCalls": 16 } } } }""")]
    [InlineData("""{ "version": "2.0", "telemetryMode": "OpenTelemetry", "functionTimeout": "half an hour", "extensions": {} }""")]
    [InlineData("""{ "version": "2.0", "telemetryMode": "OpenTelemetry", "functionTimeout": "00:30:00", "extensions": { "serviceBus": { "prefetchCount": 100 } } }""")]
    public void Keys_of_older_extensions_and_values_that_harm_are_seen(string file) => Assert.NotEmpty(Faults(JsonNode.Parse(file)!));

    [Fact]
    public void A_run_outlives_its_messages_lock_and_ends_before_the_platform_ends_it()
    {
        var timeout = TimeSpan.Parse((string)Host["functionTimeout"]!, CultureInfo.InvariantCulture);
        var renewal = TimeSpan.Parse((string)Host["extensions"]!["serviceBus"]!["maxAutoLockRenewalDuration"]!, CultureInfo.InvariantCulture);
        // Lock lost in a run that goes on: the message runs twice at once. Scale-in waits an hour.
        Assert.True(timeout >= renewal && timeout <= TimeSpan.FromHours(1));
    }

    private static string[] Faults(JsonNode host) =>
    [
        .. JsonSchema.FromText(Repository.Text("infra", "host.schema.json")).Evaluate(host, new EvaluationOptions { OutputFormat = OutputFormat.List })
            .Details.Where(detail => detail.HasErrors).Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}"),
    ];
}
