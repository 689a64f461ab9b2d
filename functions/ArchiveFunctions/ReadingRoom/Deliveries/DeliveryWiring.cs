using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>What deliveries need.</summary>
public static class DeliveryWiring
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton(provider => DeliverySettings.Of(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton(provider => CopySigner.Of(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<DeliveryTable>()
        .AddSingleton<DeliveryBlobs>()
        .AddSingleton<PackageCopy>()
        .AddSingleton<CopyMaker>()
        .AddSingleton<DeliveryDesk>()
        .AddSingleton<Verifier>();
}
