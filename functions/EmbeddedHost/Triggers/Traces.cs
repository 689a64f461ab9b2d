using System.Diagnostics;

namespace EmbeddedHost.Triggers;

/// <summary>
/// The runs of functions as traces, the way the Functions host makes them: a run goes on the trace its message was sent in, a batch of messages
/// from several traces begins one of its own and links to theirs, and a timer or a blob begins one.
/// </summary>
internal static class Traces
{
    /// <summary>The source of the runs.</summary>
    public const string SourceName = "EmbeddedHost";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a run's span, which is there whether anybody listens or not: what the run sends goes on its trace.</summary>
    /// <param name="function">The function.</param>
    /// <param name="traces">The trace contexts of its messages; what is none is passed over.</param>
    public static System.Diagnostics.Activity Begin(string function, IEnumerable<string> traces)
    {
        // A pump runs for as long as the host: whatever was going on when it was started is not its runs' parent.
        System.Diagnostics.Activity.Current = null;
        var contexts = traces.Select(Read).OfType<ActivityContext>().Distinct().ToList();
        var parent = contexts is [var only] ? only : default;
        var links = contexts.Count > 1 ? contexts.Select(context => new ActivityLink(context)) : null;
        var run = Source.CreateActivity(function, ActivityKind.Consumer, parent, links: links) ?? Unheard(function, parent);
        return run.Start();
    }

    private static System.Diagnostics.Activity Unheard(string function, ActivityContext parent)
    {
        var run = new System.Diagnostics.Activity(function);
        return parent == default ? run : run.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
    }

    private static ActivityContext? Read(string trace) => ActivityContext.TryParse(trace, traceState: null, isRemote: true, out var context) ? context : null;
}
