using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.ReadingRoom.Desks.Manager;

/// <summary>What the manager's board needs.</summary>
public static class BoardWiring
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddBoard(this IServiceCollection services) => services
        .AddSingleton<BoardTable>()
        .AddSingleton<BoardGathering>();
}
