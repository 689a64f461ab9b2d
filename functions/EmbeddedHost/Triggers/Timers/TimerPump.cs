using EmbeddedHost.Triggers.Discovery;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Triggers.Timers;

/// <summary>
/// Runs a function on its schedule, never twice at a time. A run missed while the host was down is made up for once at start; times passed
/// while a run lasts are skipped. A failed run waits for its next time.
/// </summary>
internal sealed class TimerPump(
    FunctionDefinition function, Trigger.Timer trigger, TimerSchedule schedule, string statusPath, FunctionRunner runner, TimeProvider clock, ILogger log)
    : IPump, IDisposable
{
    /// <summary>Timers of the platform end at 49 days; a longer wait is made of pieces.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private TimerStatus? status;
    private long dueTicks = DateTime.MaxValue.Ticks;

    public string Function => function.Name;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateTime Due
    {
        get => new(Interlocked.Read(ref dueTicks), DateTimeKind.Utc);
        set => Interlocked.Exchange(ref dueTicks, value.Ticks);
    }

    public Task<bool> HasWorkAsync(CancellationToken stop) => Task.FromResult(Due <= Now);

    public async Task PumpAsync(CancellationToken taking, CancellationToken running)
    {
        var missed = Recall();
        if (missed)
            Log.TimerPastDue(log, Function, Due);
        if (missed || trigger.RunOnStartup)
            await RunDueAsync(missed, running);

        while (!taking.IsCancellationRequested)
        {
            var left = Due - Now;
            if (left <= TimeSpan.Zero)
                await RunDueAsync(pastDue: false, running);
            else
                await Pause.ForAsync(left < LongestWait ? left : LongestWait, taking, clock);
        }
    }

    /// <summary>Runs the function now, beside its schedule; waits for a run that is under way. Fails as the function fails.</summary>
    public async Task<object?> RunNowAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            return await runner.RunAsync(function, new TimerInfo { ScheduleStatus = status?.ForFunction() }, Invocation.NoNames, stop);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Reads what was kept; tells whether a run was missed.</summary>
    private bool Recall()
    {
        if (!trigger.UseMonitor)
        {
            Due = schedule.Next(Now);
            return false;
        }

        var kept = TimerStatus.Read(statusPath, Function, log);
        if (kept is null)
            Keep(last: default);
        else
            (status, Due) = (kept, Earlier(kept.DueBy(schedule), schedule.Next(Now)));
        return Due <= Now;
    }

    /// <summary>A time beyond the next one was kept by a clock that was ahead of this one: nobody would wait for it.</summary>
    private static DateTime Earlier(DateTime kept, DateTime next) => kept < next ? kept : next;

    private async Task RunDueAsync(bool pastDue, CancellationToken running)
    {
        await turn.WaitAsync(CancellationToken.None);
        var began = Now;
        try
        {
            var timer = new TimerInfo { ScheduleStatus = status?.ForFunction(), IsPastDue = pastDue };
            await runner.RunAsync(function, timer, Invocation.NoNames, running);
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            // Stopped half-way: nothing is kept of it, so the next start finds the run missing.
            return;
        }
        catch (Exception e)
        {
            Log.TimerFailed(log, e, Function);
        }
        finally
        {
            turn.Release();
        }

        Keep(began);
    }

    private void Keep(DateTime last)
    {
        var now = Now;
        Due = schedule.Next(now);
        if (!trigger.UseMonitor)
            return;
        status = new TimerStatus(schedule.Text, last, Due, now);
        status.Write(statusPath);
    }
}
