using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.ReadingRoom.Disclosing;

/// <summary>What disclosing records needs.</summary>
public static class DisclosureWiring
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddDisclosing(this IServiceCollection services) => services.AddSingleton<DisclosureTable>().AddSingleton<OpenedRecords>();
}
