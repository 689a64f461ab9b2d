using ArchiveFunctions.ReadingRoom.Arrangement;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Deliveries;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Searches;
using ArchiveFunctions.ReadingRoom.SignIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>What the reading room's functions need.</summary>
public static class ReadingRoomWiring
{
    /// <summary>Registers it. A registered <see cref="IConfigurationManager{T}"/> is used for the issuer's keys.</summary>
    public static IServiceCollection AddReadingRoom(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => IdentitySettings.Of(provider.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(provider => provider.GetRequiredService<IdentitySettings>().Keys());
        services.AddRazorComponents();
        return services
            .AddAudit()
            .AddSavedSearches()
            .AddSingleton<CallerReader>()
            .AddSingleton<Refusals>()
            .AddSingleton<ReadingDesk>()
            .AddSingleton<RecordReader>()
            .AddDisclosing()
            .AddArrangement()
            .AddSingleton<PageDesk>()
            .AddSingleton<PlainTexts>()
            .AddSingleton(provider => new IssuerClient(
                provider.GetRequiredService<IdentitySettings>(), provider.GetRequiredService<IConfigurationManager<OpenIdConnectConfiguration>>(), new HttpClient { Timeout = TimeSpan.FromSeconds(20) }))
            .AddSingleton<Health>()
            .AddRequests()
            .AddDeliveries();
    }
}
