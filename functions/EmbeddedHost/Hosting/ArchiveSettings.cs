using EmbeddedHost.Identity;
using EmbeddedHost.Receipts;
using EmbeddedHost.Storage;

namespace EmbeddedHost.Hosting;

/// <summary>The settings the function app reads, as this machine fills them in. On Azure the same names are app settings.</summary>
internal static class ArchiveSettings
{
    /// <summary>The setting that says where the archive answers HTTP; this host's own.</summary>
    public const string Address = "EmbeddedHost:Address";

    /// <summary>Every setting the app needs.</summary>
    public static Dictionary<string, string?> For(Azurite storage, Uri address, ReceiptKeyFiles receipts, string copies) => new()
    {
        [Address] = address.AbsoluteUri,
        ["ArchiveStorage"] = storage.ConnectionString(StorageAccounts.Archive),
        ["HistoricalStorage"] = storage.ConnectionString(StorageAccounts.Historical),
        ["AzureWebJobsStorage"] = storage.ConnectionString(StorageAccounts.Runtime),
        ["ServiceBus"] = storage.ConnectionString(StorageAccounts.Runtime),
        ["ReceiptKeys:Agency"] = receipts.Agency,
        ["ReceiptKeys:City"] = receipts.City,
        ["Deliveries:Certificate"] = copies,
        ["Deliveries:Address"] = address.GetLeftPart(UriPartial.Authority),
        ["Search:Endpoint"] = "https://embedded.invalid", // The client insists on https; its transport answers before any name is looked up.
        ["Identity:Issuer"] = DevelopmentIssuer.IssuerAt(address),
        ["Identity:Audience"] = DevelopmentIssuer.Audience,
        ["Identity:ClientId"] = "reading-room",
        ["Identity:MetadataAddress"] = $"{DevelopmentIssuer.IssuerAt(address)}/.well-known/openid-configuration",
    };
}
