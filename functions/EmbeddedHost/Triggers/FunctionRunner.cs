using EmbeddedHost.Triggers.Discovery;
using EmbeddedHost.Triggers.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Triggers;

/// <summary>Runs a background function once: own scope, time limit, outputs sent. A failed send is a failed run, so that the trigger delivers again.</summary>
internal sealed class FunctionRunner(IServiceScopeFactory scopes, OutputSender outputs, Activity activity, HostSettings host)
{
    public async Task<object?> RunAsync(
        FunctionDefinition function, object trigger, IReadOnlyDictionary<string, object?> names, CancellationToken stop, params string[] traces)
    {
        using var run = activity.Begin();
        using var trace = Traces.Begin(function.Name, traces);
        await using var scope = scopes.CreateAsyncScope();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (host.FunctionTimeout is { } timeout)
            limit.CancelAfter(timeout);

        var result = await function.Body(scope.ServiceProvider, new Invocation(trigger, names, limit.Token));
        await outputs.SendAsync(function, result, limit.Token);
        return result;
    }
}
