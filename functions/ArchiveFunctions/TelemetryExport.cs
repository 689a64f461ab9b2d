using Microsoft.Azure.Functions.Worker.Builder;

namespace ArchiveFunctions;

/// <summary>Where telemetry goes: to Application Insights on Azure (OnAzure/), nowhere elsewhere.</summary>
internal static partial class TelemetryExport
{
    /// <summary>Sends what is traced, measured and logged.</summary>
    public static void AddTo(FunctionsApplicationBuilder builder) => Send(builder);

    /// <summary>Implemented in builds with the worker packages only; elsewhere the call is no call.</summary>
    static partial void Send(FunctionsApplicationBuilder builder);
}
