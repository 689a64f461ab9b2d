using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Tests.Triggers;

/// <summary>Completes when operators are told a certain thing.</summary>
internal sealed class Heard(int eventId) : ILoggerProvider, ILogger
{
    private readonly TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Said => heard.Task;

    public void Listen(WebApplicationBuilder builder) => builder.Logging.AddProvider(this);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId said, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (said.Id == eventId)
            heard.TrySetResult();
    }

    public void Dispose()
    {
    }
}
