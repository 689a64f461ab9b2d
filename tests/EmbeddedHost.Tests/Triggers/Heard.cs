using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Tests.Triggers;

/// <summary>Hears what operators are told; completes when a certain thing is said.</summary>
internal sealed class Heard(int eventId) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();
    private TaskCompletionSource heard = New();

    public Task Said => heard.Task;

    /// <summary>Everything said so far, for the message of a failing assertion.</summary>
    public string Everything => string.Join(Environment.NewLine, lines);

    /// <summary>What was said before no longer counts.</summary>
    public void Forget() => heard = New();

    public void Listen(WebApplicationBuilder builder) => builder.Logging.AddProvider(this);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId said, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning)
            lines.Enqueue($"{said.Id} {formatter(state, exception)} {exception}");
        if (said.Id == eventId)
            heard.TrySetResult();
    }

    public void Dispose()
    {
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
