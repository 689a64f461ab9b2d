namespace EmbeddedHost.Triggers.Discovery;

/// <summary>Calls a function; completes with what it returned, null for none.</summary>
internal delegate ValueTask<object?> FunctionBody(IServiceProvider services, Invocation invocation);

/// <summary>One call of a function.</summary>
/// <param name="Trigger">The value of the trigger parameter.</param>
/// <param name="Names">Route values or path tokens.</param>
/// <param name="Stop">Ends the call.</param>
internal readonly record struct Invocation(object Trigger, IReadOnlyDictionary<string, object?> Names, CancellationToken Stop)
{
    /// <summary>No route values, no path tokens.</summary>
    public static readonly IReadOnlyDictionary<string, object?> NoNames = new Dictionary<string, object?>();

    /// <summary>A route value or path token as text; null when the template left it out.</summary>
    public string? Name(string name) => Names.TryGetValue(name, out var value) ? value as string ?? value?.ToString() : null;
}
