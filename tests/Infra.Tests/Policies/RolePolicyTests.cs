using System.Text.RegularExpressions;
using Infra.Tests.Templates;

namespace Infra.Tests.Policies;

public sealed partial class RolePolicyTests
{
    /// <summary>The built-in roles anybody may be given, by id.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["db58b8e5-c6ad-4a2a-8342-4190687cbf4a"] = "Storage Blob Delegator",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["8ebe5a00-799e-43f5-93ac-243d3dce84a7"] = "Search Index Data Contributor",
        ["7ca78c08-252a-4471-8644-bb5ff32d4ba0"] = "Search Service Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
    };

    /// <summary>What may be given on a whole account outside the runtime's own: signing upload slots needs the account's key of delegation.</summary>
    private static readonly string[] OnWholeAccounts = ["Storage Blob Delegator"];

    public static TheoryData<string> Stages => ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Every_assignment_is_of_an_allowed_role_or_of_the_depositors_own(string stage)
    {
        var deployment = Deployment.Of(stage);
        var own = Assert.Single(deployment.All("Microsoft.Authorization/roleDefinitions"));
        Assert.All(deployment.All("Microsoft.Authorization/roleAssignments"), assignment =>
        {
            var role = RoleOf(assignment);
            Assert.True(Allowed.ContainsKey(role) || role == own.Name, $"{assignment.Id} grants {role}.");
            Assert.Equal("ServicePrincipal", assignment.Text("principalType"));
        });
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Records_are_granted_container_by_container_and_table_by_table(string stage)
    {
        var wide = Deployment.Of(stage).All("Microsoft.Authorization/roleAssignments")
            .Where(assignment => ScopeOf(assignment) is var scope && (WholeAccount().IsMatch(scope) || scope.EndsWith("/namespaces", StringComparison.Ordinal) || !scope.Contains("/providers/", StringComparison.Ordinal)))
            .Where(assignment => !ScopeOf(assignment).Contains("/struntime", StringComparison.Ordinal))
            .Select(assignment => Allowed[RoleOf(assignment)]);
        Assert.Equal(OnWholeAccounts, wide);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Every_container_table_and_queue_of_the_code_is_granted_to_the_app(string stage)
    {
        var deployment = Deployment.Of(stage);
        var scopes = deployment.All("Microsoft.Authorization/roleAssignments").Select(ScopeOf).ToHashSet();
        string[] kinds =
        [
            "Microsoft.Storage/storageAccounts/blobServices/containers", "Microsoft.Storage/storageAccounts/tableServices/tables",
            "Microsoft.Storage/storageAccounts/queueServices/queues", "Microsoft.ServiceBus/namespaces/queues", "Microsoft.ServiceBus/namespaces/topics",
        ];
        Assert.All(kinds.SelectMany(deployment.All).Where(thing => thing.Name != "packages" && !thing.Name.EndsWith("/packages", StringComparison.Ordinal)), thing => Assert.Contains(thing.Id, scopes));
    }

    [Fact]
    public void An_agencys_own_identity_can_only_write_below_its_prefix()
    {
        var own = Assert.Single(Deployment.Prod.All("Microsoft.Authorization/roleDefinitions"));
        var permission = Assert.Single(own.Property("permissions")!.AsArray())!;
        Assert.Empty(permission["actions"]!.AsArray());
        Assert.Equal(["add/action", "write"], permission["dataActions"]!.AsArray().Select(action => ((string)action!)[("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/".Length)..]).Order());
        var assignments = Deployment.Prod.All("Microsoft.Authorization/roleAssignments").Where(assignment => RoleOf(assignment) == own.Name).ToList();
        Assert.NotEmpty(assignments);
        Assert.All(assignments, assignment =>
        {
            Assert.EndsWith("/containers/inbox", ScopeOf(assignment), StringComparison.Ordinal);
            Assert.Equal("2.0", assignment.Text("conditionVersion"));
            Assert.Matches(@"^\(@Resource\[Microsoft\.Storage/storageAccounts/blobServices/containers/blobs:path\] StringStartsWith 'H26\.\d+/'\)$", assignment.Text("condition")!);
        });
    }

    [Fact]
    public void The_roles_in_the_table_are_the_allowed_ones()
    {
        var listed = Guid().Matches(Repository.Text("infra", "grants.bicep")).Select(match => match.Value);
        Assert.Equal(Allowed.Keys.Order(), listed.Order());
    }

    private static string RoleOf(Resource assignment) => assignment.Text("roleDefinitionId")!.Split('/')[^1];

    private static string ScopeOf(Resource assignment) => assignment.Id[..assignment.Id.IndexOf("/providers/Microsoft.Authorization/", StringComparison.Ordinal)];

    [GeneratedRegex("/storageAccounts/[^/]+$")]
    private static partial Regex WholeAccount();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Guid();
}
