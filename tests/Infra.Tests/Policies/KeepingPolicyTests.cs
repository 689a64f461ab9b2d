namespace Infra.Tests.Policies;

public sealed class KeepingPolicyTests
{
    public static TheoryData<string> Stages => ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Stages))]
    public void What_was_preserved_is_written_once_and_the_vault_is_not(string stage)
    {
        // A release destroys the agency's copy after a verified transfer: retention on the vault would refuse it. docs/decisions/0001 says more.
        var deployment = Deployment.Of(stage);
        var policies = deployment.All("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies");
        Assert.Equal(["audit-seals", "preserved", "receipts"], policies.Select(policy => policy.Id.Split("/containers/")[1].Split('/')[0]).Order());
        Assert.All(policies, policy => Assert.Equal("false", policy.Text("allowProtectedAppendWrites")));
        if (stage == "prod")
            Assert.All(policies, policy => Assert.Equal("146000", policy.Text("immutabilityPeriodSinceCreationInDays")));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void What_is_deleted_or_overwritten_in_an_archive_comes_back_for_a_while(string stage)
    {
        var archives = Deployment.Of(stage).All("Microsoft.Storage/storageAccounts/blobServices").Where(one => !one.Id.Contains("struntime", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, archives.Count);
        Assert.All(archives, blobs =>
        {
            Assert.True(blobs.IsTrue("isVersioningEnabled") && blobs.IsTrue("changeFeed", "enabled"));
            Assert.True(blobs.IsTrue("deleteRetentionPolicy", "enabled") && blobs.IsTrue("containerDeleteRetentionPolicy", "enabled"));
        });
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void What_cannot_be_replaced_is_locked_and_nothing_disposable_lies_beside_it(string stage)
    {
        var deployment = Deployment.Of(stage);
        var locked = deployment.All("Microsoft.Authorization/locks");
        Assert.All(locked, one => Assert.Equal("CanNotDelete", one.Text("level")));
        Assert.Equal(["kv-", "starchive", "sthistory"], locked.Select(one => one.Id.Split("/providers/")[1].Split('/')[^1]).Select(name => name[..(name.StartsWith("kv-", StringComparison.Ordinal) ? 3 : 9)]).Order());
        var archiveGroup = GroupOf(deployment, "starchive");
        var historicalGroup = GroupOf(deployment, "sthistory");
        Assert.Equal(3, new HashSet<string> { archiveGroup, historicalGroup, GroupOf(deployment, "struntime") }.Count);
        string[] disposable = ["Microsoft.Web/sites", "Microsoft.ServiceBus/namespaces", "Microsoft.Search/searchServices", "Microsoft.OperationalInsights/workspaces"];
        Assert.All(disposable.SelectMany(deployment.All), one => Assert.DoesNotContain(one.Id.Split("/providers/")[0], new[] { archiveGroup, historicalGroup }));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_message_that_fails_is_kept_for_a_person_who_is_told(string stage)
    {
        var deployment = Deployment.Of(stage);
        Assert.All(deployment.All("Microsoft.ServiceBus/namespaces/queues"), queue =>
        {
            Assert.True(queue.IsTrue("deadLetteringOnMessageExpiration") && queue.IsTrue("requiresDuplicateDetection"));
            Assert.InRange(int.Parse(queue.Text("maxDeliveryCount")!, System.Globalization.CultureInfo.InvariantCulture), 5, 20);
        });
        var told = Assert.Single(deployment.All("Microsoft.Insights/actionGroups"));
        Assert.NotEmpty(told.Property("emailReceivers")!.AsArray());
        var alerts = deployment.All("Microsoft.Insights/scheduledQueryRules").Concat(deployment.All("Microsoft.Insights/metricAlerts")).ToList();
        Assert.All(alerts, alert => Assert.Contains(told.Id, alert.Property("actions")!.ToJsonString(), StringComparison.Ordinal));
        string[] wanted = ["dead-letters", "events-undelivered", "no-heartbeat", "sweep-failed", "transfers-overdue", "upload-set-aside", "uploads-unreconciled"];
        Assert.Equal([], wanted.Except(alerts.Select(alert => alert.Name)));
    }

    private static string GroupOf(Deployment deployment, string account) =>
        Assert.Single(deployment.All("Microsoft.Storage/storageAccounts"), one => one.Name.StartsWith(account, StringComparison.Ordinal)).Id.Split("/providers/")[0];
}
