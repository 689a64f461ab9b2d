using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>What the audit needs.</summary>
internal static class AuditWiring
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditTrail>()
        .AddSingleton<AuditBook>()
        .AddSingleton<AuditChain>();
}
