using System.Globalization;

namespace EmbeddedHost.Storage;

/// <summary>The three storage accounts of the archive, all played by one Azurite.</summary>
public static class StorageAccounts
{
    /// <summary>The agencies' current archive.</summary>
    public const string Archive = "archive";

    /// <summary>The city's historical archive: on Azure another account in another resource group.</summary>
    public const string Historical = "historical";

    /// <summary>The account of the Functions runtime; its queues also play Service Bus.</summary>
    public const string Runtime = "runtime";

    /// <summary>
    /// The emulator key that Microsoft publishes in the documentation of Azurite. It is no secret and guards nothing: the ports are open on
    /// loopback only, so whoever can reach them is already on this machine.
    /// </summary>
    private const string PublicEmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>What Azurite reads from <c>AZURITE_ACCOUNTS</c>.</summary>
    internal static string ForAzurite { get; } = string.Join(';', new[] { Archive, Historical, Runtime }.Select(name => $"{name}:{PublicEmulatorKey}"));

    /// <summary>The connection string of one account at these ports.</summary>
    public static string ConnectionString(StoragePorts ports, string account) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={PublicEmulatorKey};" +
        $"BlobEndpoint=http://127.0.0.1:{ports.Blob}/{account};QueueEndpoint=http://127.0.0.1:{ports.Queue}/{account};" +
        $"TableEndpoint=http://127.0.0.1:{ports.Table}/{account};");
}
