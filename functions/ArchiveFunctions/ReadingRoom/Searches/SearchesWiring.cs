using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.ReadingRoom.Searches;

/// <summary>What saved searches need.</summary>
internal static class SearchesWiring
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddSavedSearches(this IServiceCollection services) => services.AddSingleton<SavedSearchTable>();
}
