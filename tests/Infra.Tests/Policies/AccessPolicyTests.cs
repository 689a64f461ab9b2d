namespace Infra.Tests.Policies;

public sealed class AccessPolicyTests
{
    public static TheoryData<string> Stages => ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Stages))]
    public void No_service_takes_keys_or_old_tls(string stage)
    {
        var deployment = Deployment.Of(stage);
        Assert.All(deployment.All("Microsoft.Storage/storageAccounts"), account =>
        {
            Assert.Equal("false", account.Text("allowSharedKeyAccess"));
            Assert.Equal("TLS1_2", account.Text("minimumTlsVersion"));
            Assert.True(account.IsTrue("supportsHttpsTrafficOnly"));
            Assert.Equal("StorageV2", (string?)account["kind"]);
        });
        Assert.All(deployment.All("Microsoft.ServiceBus/namespaces"), bus => Assert.Equal(("true", "1.2"), (bus.Text("disableLocalAuth"), bus.Text("minimumTlsVersion"))));
        Assert.All(deployment.All("Microsoft.Search/searchServices"), search =>
        {
            Assert.True(search.IsTrue("disableLocalAuth"));
            Assert.Null(search.Property("authOptions"));
        });
        Assert.All(deployment.All("Microsoft.Insights/components"), insights => Assert.True(insights.IsTrue("DisableLocalAuth")));
        Assert.All(deployment.All("Microsoft.KeyVault/vaults"), vault => Assert.True(vault.IsTrue("enableRbacAuthorization") && vault.IsTrue("enablePurgeProtection")));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Nothing_is_public_and_the_app_speaks_https_only(string stage)
    {
        var deployment = Deployment.Of(stage);
        Assert.All(deployment.All("Microsoft.Storage/storageAccounts"), account => Assert.Equal("false", account.Text("allowBlobPublicAccess")));
        Assert.All(deployment.All("Microsoft.Storage/storageAccounts/blobServices/containers"), container => Assert.Equal("None", container.Text("publicAccess")));
        Assert.All(deployment.All("Microsoft.Web/sites"), app => Assert.Equal(("true", "1.2", "Disabled"), (app.Text("httpsOnly"), app.Text("siteConfig", "minTlsVersion"), app.Text("siteConfig", "ftpsState"))));
        Assert.All(deployment.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies"), door => Assert.Equal("false", door.Text("allow")));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void No_output_and_no_setting_holds_a_secret(string stage)
    {
        var deployment = Deployment.Of(stage);
        Assert.NotEmpty(deployment.Outputs);
        var settings = Assert.Single(deployment.All("Microsoft.Web/sites/config"))["properties"]!.AsObject();
        string[] secret = ["listKeys", "listSecrets", "AccountKey=", "SharedAccessKey", "systemKeys", "sig="];
        Assert.All(deployment.Outputs.Concat(settings), one => Assert.All(secret, word => Assert.DoesNotContain(word, one.Value!.ToJsonString(), StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(settings, setting => setting.Key is "AzureWebJobsStorage" or "ServiceBus" or "ArchiveStorage" or "HistoricalStorage");
        Assert.All(settings.Where(setting => setting.Key.StartsWith("ReceiptKeys__", StringComparison.Ordinal) || setting.Key.EndsWith("Secret", StringComparison.Ordinal)), setting =>
            Assert.StartsWith("@Microsoft.KeyVault(", (string?)setting.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void In_production_data_services_are_reached_privately_and_the_archive_account_from_named_networks()
    {
        var prod = Deployment.Prod;
        string[] open = [.. prod.All("Microsoft.Storage/storageAccounts")
            .Concat(prod.All("Microsoft.ServiceBus/namespaces")).Concat(prod.All("Microsoft.Search/searchServices")).Concat(prod.All("Microsoft.KeyVault/vaults"))
            .Where(service => !string.Equals(service.Text("publicNetworkAccess"), "Disabled", StringComparison.OrdinalIgnoreCase)).Select(service => service.Name)];
        var archive = Assert.Single(open);
        Assert.StartsWith("starchive", archive, StringComparison.Ordinal);
        var account = Assert.Single(prod.All("Microsoft.Storage/storageAccounts"), one => one.Name == archive);
        Assert.Equal("Deny", account.Text("networkAcls", "defaultAction"));
        Assert.Equal(10, prod.All("Microsoft.Network/privateEndpoints").Count);
        Assert.EndsWith("/subnets/app", Assert.Single(prod.All("Microsoft.Web/sites")).Text("virtualNetworkSubnetId"), StringComparison.Ordinal);
    }
}
