using System.Text.Json.Nodes;
using Infra.Tests.Names;
using Infra.Tests.Templates;

namespace Infra.Tests.App;

public sealed class FunctionMetadataTests
{
    private static readonly Dictionary<string, string[]> Shapes = new()
    {
        ["blobTrigger"] = ["name", "direction", "type", "path", "connection", "source", "properties"],
        ["queueTrigger"] = ["name", "direction", "type", "dataType", "queueName", "connection", "properties"],
        ["serviceBusTrigger"] = ["name", "direction", "type", "dataType?", "queueName", "connection", "cardinality", "properties"],
        ["timerTrigger"] = ["name", "direction", "type", "schedule", "properties"],
        ["httpTrigger"] = ["name", "direction", "type", "authLevel", "methods", "route", "properties"],
        ["serviceBus"] = ["name", "direction", "type", "queueOrTopicName", "entityType?", "connection", "properties"],
        ["http"] = ["name", "type", "direction"],
    };

    [Fact]
    public void The_host_is_told_of_every_function_what_the_golden_file_says() =>
        Repository.Golden(FunctionMetadata.All(), "tests", "Infra.Tests", "App", "functions.metadata.json");

    [Fact]
    public void Every_binding_has_the_shape_the_host_knows()
    {
        var bindings = JsonNode.Parse(FunctionMetadata.All())!.AsArray().SelectMany(function => function!["bindings"]!.AsArray()).Select(binding => binding!.AsObject()).ToList();
        Assert.NotEmpty(bindings);
        Assert.All(bindings, binding =>
        {
            Assert.True(Shapes.TryGetValue((string)binding["type"]!, out var shape), $"No shape is known for {binding["type"]}.");
            var keys = binding.Select(pair => pair.Key).ToList();
            Assert.Equal(shape.Where(key => !key.EndsWith('?') || keys.Contains(key[..^1])).Select(key => key.TrimEnd('?')), keys);
        });
    }

    [Fact]
    public void Every_function_has_one_trigger_says_its_http_level_and_answers()
    {
        Assert.All(JsonNode.Parse(FunctionMetadata.All())!.AsArray(), function =>
        {
            var bindings = function!["bindings"]!.AsArray().Select(binding => binding!.AsObject()).ToList();
            var trigger = Assert.Single(bindings, binding => (string)binding["direction"]! == "In");
            if ((string)trigger["type"]! != "httpTrigger")
                return;

            // Without the level the host would ask for a function key; without an http output the caller gets an empty answer.
            Assert.Equal("Anonymous", (string)trigger["authLevel"]!);
            Assert.Single(bindings, binding => (string)binding["type"]! == "http");
            Assert.DoesNotMatch("^(admin|runtime)(/|$)", (string)trigger["route"]!);
        });
        Assert.Equal(Bindings.Functions.Distinct().Count(), Bindings.Methods.Count);
    }
}
