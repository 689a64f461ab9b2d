using System.Globalization;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ArchiveFunctions;

// Compiled with UseWorkerPackages=true only: these packages are the deployment's.
internal static partial class TelemetryExport
{
    static partial void Send(FunctionsApplicationBuilder builder)
    {
        builder.Services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(Telemetry.Name))
            .WithMetrics(measures => measures.AddMeter(Telemetry.Name))
            // The component takes telemetry from the app's identity only; AZURE_CLIENT_ID says which that is.
            .UseAzureMonitorExporter(exporter => exporter.Credential = new DefaultAzureCredential());
        builder.UseMiddleware(MeasureWaiting);
    }

    /// <summary>A message's metadata says when it was sent; a batch is measured by its first, which waited longest.</summary>
    private static Task MeasureWaiting(FunctionContext context, Func<Task> next)
    {
        var data = context.BindingContext.BindingData;
        if ((data.GetValueOrDefault("EnqueuedTimeUtc") ?? data.GetValueOrDefault("EnqueuedTimeUtcArray")) is string told
            && DateTimeOffset.TryParse(told.Trim('[', ']').Split(',')[0].Trim('"'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent))
        {
            var clock = context.InstanceServices.GetRequiredService<TimeProvider>();
            Telemetry.Waited(context.FunctionDefinition.Name, clock.GetUtcNow() - sent);
        }

        return next();
    }
}
