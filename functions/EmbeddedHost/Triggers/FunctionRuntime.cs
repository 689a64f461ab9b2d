using EmbeddedHost.Triggers.Connections;
using EmbeddedHost.Triggers.Discovery;
using EmbeddedHost.Triggers.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers;

/// <summary>The functions of an app and their running on this machine.</summary>
public sealed class FunctionRuntime : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly Entities entities;
    private readonly Activity activity;

    internal FunctionRuntime(
        IReadOnlyList<FunctionDefinition> functions, PumpFactory factory, Entities entities, Activity activity, IConfiguration configuration, ILogger<FunctionRuntime> log)
    {
        (this.entities, this.activity) = (entities, activity);
        Functions = functions;
        Enabled = [.. functions.Where(function => !IsDisabled(function, configuration, log))];
        Pumps = [.. Enabled.Select(factory.Create).OfType<IPump>()];
        Timers = functions.Where(function => function.Trigger is Trigger.Timer).ToDictionary(
            function => function.Name,
            function => (TimerPump)(Pumps.FirstOrDefault(pump => pump.Function == function.Name) ?? factory.Create(function)!),
            StringComparer.OrdinalIgnoreCase);
        Log.Found(log, string.Join(", ", functions.Select(function => function.Name)));
    }

    /// <summary>All functions of the app, in order of name.</summary>
    public IReadOnlyList<FunctionDefinition> Functions { get; }

    /// <summary>Those not switched off by a setting <c>AzureWebJobs.{name}.Disabled</c>, which Azure knows as well.</summary>
    internal IReadOnlyList<FunctionDefinition> Enabled { get; }

    internal IReadOnlyList<IPump> Pumps { get; }

    private Dictionary<string, TimerPump> Timers { get; }

    /// <summary>
    /// Runs a timer function now, disabled or not, beside its schedule but never at the same time as a scheduled run; its messages are sent.
    /// Completes with what the function returned and fails as it fails.
    /// </summary>
    /// <exception cref="ArgumentException">No timer function has this name; the message lists those that exist.</exception>
    public Task<object?> RunAsync(string functionName, CancellationToken stop = default) =>
        Timers.TryGetValue(functionName, out var timer)
            ? timer.RunNowAsync(stop)
            : throw new ArgumentException($"No timer function is named '{functionName}'; there are: {string.Join(", ", Timers.Keys)}.", nameof(functionName));

    /// <summary>Creates the queues and containers the functions name, where they do not exist. Done by itself before the pumps start.</summary>
    public Task ProvisionAsync(CancellationToken stop) => entities.CreateAsync(stop);

    /// <summary>
    /// Completes when no watched blob lacks its run, no message of an app's queue is visible or in flight, no timer is due and no function
    /// runs. A blob or message that waits for its next attempt counts as work; plain HTTP reading does not. While storage is away it waits on.
    /// </summary>
    public async Task WhenIdleAsync(CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var before = activity.Started;
            if (activity.IsQuiet && !await HasWorkAsync(stop) && activity.IsQuiet && activity.Started == before)
                return;
            await Pause.ForAsync(BetweenLooks, stop);
        }
    }

    /// <summary>Closes what the pumps keep open. They must have been stopped.</summary>
    public void Dispose()
    {
        foreach (var pump in Pumps.Union(Timers.Values).OfType<IDisposable>())
            pump.Dispose();
    }

    private async Task<bool> HasWorkAsync(CancellationToken stop)
    {
        try
        {
            foreach (var pump in Pumps)
            {
                if (await pump.HasWorkAsync(stop))
                    return true;
            }

            return false;
        }
        catch (Exception e) when (StorageOutage.IsBehind(e))
        {
            return true;
        }
    }

    private static bool IsDisabled(FunctionDefinition function, IConfiguration configuration, ILogger log)
    {
        var disabled = configuration[$"AzureWebJobs.{function.Name}.Disabled"] is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));
        if (disabled)
            Log.Disabled(log, function.Name);
        return disabled;
    }
}
