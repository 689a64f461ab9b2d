using EmbeddedHost.Triggers.Discovery;
using EmbeddedHost.Triggers.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers.Http;

/// <summary>Answers requests with a function. Its messages are sent before the answer: a caller who has one can rely on them.</summary>
internal sealed class HttpFunction(FunctionDefinition function, OutputSender sender, Activity activity, ILogger<HttpFunction> log)
{
    /// <summary>Functions that send messages count as running; plain reading is kept free of the shared counter.</summary>
    public RequestDelegate Answer => function.Outputs.Count > 0 ? CountedAsync : AnswerAsync;

    private async Task CountedAsync(HttpContext context)
    {
        using var run = activity.Begin();
        await AnswerAsync(context);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            var result = await function.Body(context.RequestServices, new Invocation(context.Request, context.Request.RouteValues, context.RequestAborted));
            if (function.Outputs.Count > 0)
                await sender.SendAsync(function, result, context.RequestAborted);
            await ResultOf(result).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            Log.CallerGone(log, function.Name);
        }
        catch (Exception e)
        {
            Log.RequestFailed(log, e, function.Name, context.Request.Method, context.Request.Path);
            await FailAsync(context);
        }
    }

    private IResult ResultOf(object? returned)
    {
        var result = returned is not null && function.ReadHttpResult is { } read ? read(returned) : returned;
        return result as IResult ?? throw new InvalidOperationException($"Function '{function.Name}' returned no HTTP result.");
    }

    /// <summary>The caller learns that it failed, never why: the reason stands in the log.</summary>
    private static async Task FailAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        var problem = Results.Problem(statusCode: StatusCodes.Status500InternalServerError, extensions: new Dictionary<string, object?> { ["code"] = "internal-error" });
        await problem.ExecuteAsync(context);
    }
}
