using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>What the archivist's desk needs.</summary>
public static class ArchivistsDeskWiring
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddArchivistsDesk(this IServiceCollection services) => services
        .AddSingleton<AcceptanceDesk>()
        .AddSingleton<CorrectionTable>()
        .AddSingleton<ReviewQueue>()
        .AddSingleton<ReviewDesk>();
}
