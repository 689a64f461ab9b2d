using System.Text.Json.Nodes;
using Infra.Tests.Templates;

namespace Infra.Tests.Policies;

/// <summary>A resource as it would be deployed.</summary>
internal sealed record Resource(string Id, string Type, string Name, JsonObject Body)
{
    /// <summary>A value by its path; null where there is none.</summary>
    public JsonNode? this[params string[] path] => path.Aggregate((JsonNode?)Body, (node, name) => (node as JsonObject)?[name]);

    public JsonNode? Property(params string[] path) => this[["properties", .. path]];

    public string? Text(params string[] path) => Property(path)?.ToString();

    public bool IsTrue(params string[] path) => Text(path) == "true";
}

/// <summary>The evaluated deployment of a stage: the committed snapshot, which a test of its own holds to the templates.</summary>
internal sealed class Deployment
{
    private Deployment(JsonObject snapshot)
    {
        Resources = [.. snapshot["predictedResources"]!.AsArray().Select(node => (JsonObject)node!).Select(node =>
            new Resource((string)node["id"]!, (string)node["type"]!, (string)node["name"]!, node))];
        Outputs = snapshot["outputs"] as JsonObject ?? [];
    }

    public static Deployment Dev { get; } = Read("dev");

    public static Deployment Prod { get; } = Read("prod");

    public IReadOnlyList<Resource> Resources { get; }

    public JsonObject Outputs { get; }

    public static Deployment Of(string stage) => stage == "prod" ? Prod : Dev;

    /// <summary>All of a type, of which there must be some: a rule over nothing holds always and says nothing.</summary>
    public IReadOnlyList<Resource> All(string type)
    {
        var found = Resources.Where(resource => resource.Type == type).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    public IReadOnlyList<Resource> Within(string type, string account) =>
        [.. All(type).Where(resource => resource.Id.Contains(account, StringComparison.Ordinal))];

    private static Deployment Read(string stage) => new((JsonObject)JsonNode.Parse(Repository.Text("infra", $"{stage}.snapshot.json"))!);
}
