using Archive.ReadingRoom.Deliveries;
using Microsoft.Extensions.Configuration;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>Settings below <c>Deliveries</c>.</summary>
public sealed record DeliverySettings
{
    /// <summary>What the historical archive is called on copies.</summary>
    public string HistoricalArchive { get; init; } = "Trung tâm Lưu trữ lịch sử thành phố Hà Nội";

    /// <summary>The public address of the reading room, as copies print it: <c>https://luutru.example.vn</c>.</summary>
    public string Address { get; init; } = "";

    /// <summary>Policies that are or will be in force after the circular's.</summary>
    public IReadOnlyList<DeliveryPolicy> Policies { get; init; } = [];

    /// <summary>Where a code is typed.</summary>
    public string VerificationPage => $"{Address.TrimEnd('/')}/reading-room/verify";

    /// <summary>Reads them; without an address of its own the app is where the platform says.</summary>
    public static DeliverySettings Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Deliveries").Get<DeliverySettings>() ?? new DeliverySettings();
        return settings.Address.Length > 0 ? settings : settings with { Address = $"https://{configuration["WEBSITE_HOSTNAME"]}" };
    }
}
