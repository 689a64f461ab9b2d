using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.ReadingRoom.Requests;

/// <summary>What readers' requests need.</summary>
public static class RequestWiring
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services) => services.AddSingleton<RequestTable>();
}
