using System.Reflection;
using Archive;
using ArchiveFunctions.Records;
using Infra.Tests.Policies;
using Infra.Tests.Templates;
using Microsoft.Azure.Functions.Worker;

namespace Infra.Tests.Names;

/// <summary>What the code calls things and what the templates make, compared in both directions. To add one: infra/names.bicep, one line.</summary>
public sealed class NameTests
{
    public static TheoryData<string> Stages => ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Containers_and_tables_are_the_codes(string stage)
    {
        var deployment = Deployment.Of(stage);
        Assert.Equal([.. StorageNames.Containers.Append("undelivered-events").Order()], NamesOf(deployment, "Microsoft.Storage/storageAccounts/blobServices/containers", "starchive"));
        Assert.Equal([.. StorageNames.HistoricalContainers.Order()], NamesOf(deployment, "Microsoft.Storage/storageAccounts/blobServices/containers", "sthistory"));
        Assert.Equal([.. StorageNames.Tables.Order()], NamesOf(deployment, "Microsoft.Storage/storageAccounts/tableServices/tables", "starchive"));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Queues_and_topics_are_the_codes(string stage)
    {
        var deployment = Deployment.Of(stage);
        Assert.Equal([.. Constants(typeof(Queues)).Order()], NamesOf(deployment, "Microsoft.ServiceBus/namespaces/queues"));
        Assert.Equal([.. Constants(typeof(Topics)).Order()], NamesOf(deployment, "Microsoft.ServiceBus/namespaces/topics"));
        // A queue trigger gives up into a queue of its own, which the host would otherwise make at its first need.
        Assert.Equal([StorageNames.FailedUploads, $"{StorageNames.FailedUploads}-poison"], NamesOf(deployment, "Microsoft.Storage/storageAccounts/queueServices/queues"));
    }

    [Fact]
    public void Every_entity_a_function_is_bound_to_is_made()
    {
        var made = Deployment.Dev.Resources.Select(resource => resource.Name.Split('/')[^1]).ToHashSet(StringComparer.Ordinal);
        var bound = Bindings.All.SelectMany(binding => Bindings.EntitiesOf(binding.Data)).ToList();
        Assert.NotEmpty(bound);
        Assert.Equal([], bound.Where(name => !made.Contains(name)).Distinct());
    }

    [Fact]
    public void Every_queue_has_exactly_one_function_that_takes_from_it()
    {
        var taken = Bindings.All.Where(binding => binding.Data.AttributeType == typeof(ServiceBusTriggerAttribute)).SelectMany(binding => Bindings.EntitiesOf(binding.Data));
        Assert.Equal(Constants(typeof(Queues)).Order(), taken.Order());
    }

    [Fact]
    public void Events_of_uploads_go_to_the_function_with_the_blob_trigger()
    {
        var functions = Bindings.All.Where(binding => binding.Data.AttributeType == typeof(BlobTriggerAttribute)).Select(binding => binding.Function);
        var events = Repository.Text("infra", "events.bicep");
        Assert.Contains($"functionName=Host.Functions.{Assert.Single(functions)}&", events, StringComparison.Ordinal);
        Assert.Contains($"/blobServices/default/containers/{StorageNames.Inbox}/'", events, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_events_and_measures_that_alerts_and_the_workbook_ask_for_exist()
    {
        var asked = string.Join('\n', Deployment.Dev.All("Microsoft.Insights/scheduledQueryRules").Select(rule => rule.Property("criteria")!.ToJsonString())) + Repository.Text("infra", "workbook.json");
        Assert.Equal([], Queries.Functions(asked).Except(Bindings.Functions));
        // A timer nobody watches fails unseen.
        var timers = Bindings.All.Where(binding => binding.Data.AttributeType == typeof(TimerTriggerAttribute)).Select(binding => binding.Function);
        Assert.Equal([], timers.Except(Queries.Functions(asked)));
        Assert.Equal([], Queries.Events(asked).Except(LogEvents()));
        Assert.Equal([], Queries.Measures(asked).Except(Constants(typeof(ArchiveFunctions.MeasureNames))));
        Assert.All(new[] { Queries.Functions(asked), Queries.Events(asked), Queries.Measures(asked) }, names => Assert.NotEmpty(names));
        Assert.Equal([], Constants(typeof(ArchiveFunctions.MeasureNames)).Except(Queries.Measures(asked)));
    }

    private static IEnumerable<string> LogEvents() => typeof(ArchiveFunctions.Wiring).Assembly.GetType("ArchiveFunctions.Log")!.GetMethods().Select(method => method.Name);

    private static IEnumerable<string> NamesOf(Deployment deployment, string type, string account = "/") =>
        deployment.Within(type, account).Select(resource => resource.Name.Split('/')[^1]).Order();

    private static IEnumerable<string> Constants(Type names) => names.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
}
