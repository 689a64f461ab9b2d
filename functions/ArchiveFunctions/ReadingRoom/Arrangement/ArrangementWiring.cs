using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.ReadingRoom.Arrangement;

/// <summary>What reading dossiers, and taking them along, needs.</summary>
public static class ArrangementWiring
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddArrangement(this IServiceCollection services) =>
        services.AddSingleton<NamedDocuments>().AddSingleton<OpenedDossiers>().AddSingleton<BagContents>();
}
