using EmbeddedHost.Storage;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost;

/// <summary>What the embedded host tells its operator. Blob names and exceptions stand here, message bodies never do.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Storage service started: process {Pid}, ports {Ports}.")]
    public static partial void StorageStarted(this ILogger log, int pid, StoragePorts ports);

    [LoggerMessage(2, LogLevel.Information, "Storage service of an earlier run adopted: process {Pid}, ports {Ports}.")]
    public static partial void StorageAdopted(this ILogger log, int pid, StoragePorts ports);

    [LoggerMessage(3, LogLevel.Information, "Storage service of an earlier run (process {Pid}) is on ports {Old}, but {Wanted} were asked for: it is stopped and started there.")]
    public static partial void StorageMoves(this ILogger log, int pid, StoragePorts old, StoragePorts wanted);

    [LoggerMessage(4, LogLevel.Warning, "Storage service (process {Pid}) has ended; it is started again in {Seconds} s.")]
    public static partial void StorageDied(this ILogger log, int pid, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "Storage service could not be started again yet: {Reason}")]
    public static partial void StorageStaysDown(this ILogger log, string reason);

    [LoggerMessage(6, LogLevel.Warning, "Storage service (process {Pid}) was told to end {Seconds} s ago and is still writing; it is left to finish.")]
    public static partial void StorageEndsLate(this ILogger log, int pid, double seconds);

    [LoggerMessage(7, LogLevel.Information, "The host stops: the storage service is not started again.")]
    public static partial void StorageRestartGivenUp(this ILogger log);

    [LoggerMessage(8, LogLevel.Warning, "GET {Health} does not answer 200 yet, last: {Answer}.")]
    public static partial void NotReadyYet(this ILogger log, Uri health, string answer);

    [LoggerMessage(9, LogLevel.Warning, "The sample records could not all be loaded: {Reason}")]
    public static partial void SamplesFailed(this ILogger log, string reason);

    [LoggerMessage(100, LogLevel.Debug, "Functions found: {Names}")]
    public static partial void Found(ILogger log, string names);

    [LoggerMessage(101, LogLevel.Information, "{Function} is disabled by its setting")]
    public static partial void Disabled(ILogger log, string function);

    [LoggerMessage(102, LogLevel.Error, "{Function} failed on {Method} {Path}")]
    public static partial void RequestFailed(ILogger log, Exception exception, string function, string method, string path);

    [LoggerMessage(103, LogLevel.Debug, "{Function}: the caller went away")]
    public static partial void CallerGone(ILogger log, string function);

    [LoggerMessage(110, LogLevel.Error, "{Function} failed; it runs again at its next time")]
    public static partial void TimerFailed(ILogger log, Exception exception, string function);

    [LoggerMessage(111, LogLevel.Information, "{Function} missed its run of {Due:u} and runs now")]
    public static partial void TimerPastDue(ILogger log, string function, DateTime due);

    [LoggerMessage(112, LogLevel.Warning, "{Function}: what was kept of its last run cannot be read ({Path}); it starts afresh")]
    public static partial void TimerStatusUnreadable(ILogger log, Exception exception, string function, string path);

    [LoggerMessage(120, LogLevel.Warning, "{Function} failed on blob {Container}/{Blob}, attempt {Attempt} of {Threshold}; next attempt at {Next:u}")]
    public static partial void BlobFailed(ILogger log, Exception exception, string function, string container, string blob, int attempt, int threshold, DateTimeOffset next);

    [LoggerMessage(121, LogLevel.Error, "{Function} gave up blob {Container}/{Blob} after {Attempts} attempts; see queue {Queue}")]
    public static partial void BlobPoisoned(ILogger log, string function, string container, string blob, int attempts, string queue);

    [LoggerMessage(122, LogLevel.Information, "{Function} was stopped on blob {Container}/{Blob}; it runs again at the next start")]
    public static partial void BlobStopped(ILogger log, string function, string container, string blob);

    [LoggerMessage(123, LogLevel.Warning, "{Function}: {Lines} lines of {Path} cannot be read; their blobs run again")]
    public static partial void ReceiptsTorn(ILogger log, string function, int lines, string path);

    [LoggerMessage(124, LogLevel.Error, "{Function}: what follows the failure of blob {Container}/{Blob} failed too; it is tried again")]
    public static partial void BlobUnsettled(ILogger log, Exception exception, string function, string container, string blob);

    [LoggerMessage(130, LogLevel.Warning, "{Function} failed on message {Message} of {Queue}, delivery {Delivery} of {Deliveries}")]
    public static partial void MessageFailed(ILogger log, Exception exception, string function, string message, string queue, int delivery, int deliveries);

    [LoggerMessage(131, LogLevel.Error, "{Function} gave up message {Message} of {Queue} after {Deliveries} deliveries ({Reason}); see queue {Destination}")]
    public static partial void MessageGivenUp(ILogger log, string function, string message, string queue, int deliveries, string reason, string destination);

    [LoggerMessage(132, LogLevel.Warning, "{Function}: the lock on message {Message} of {Queue} was lost; it is delivered again")]
    public static partial void LockLost(ILogger log, string function, string message, string queue);

    [LoggerMessage(133, LogLevel.Warning, "{Function}: message {Message} of {Queue} could not be settled or kept; it is delivered again when its lock ends")]
    public static partial void MessageUnsettled(ILogger log, Exception exception, string function, string message, string queue);

    [LoggerMessage(134, LogLevel.Debug, "A message to topic {Topic} has no subscription and is dropped")]
    public static partial void NobodySubscribes(ILogger log, string topic);

    [LoggerMessage(140, LogLevel.Warning, "{Function}: its storage cannot be used ({Reason}); waiting for it")]
    public static partial void StorageAway(ILogger log, Exception? exception, string function, string reason);

    [LoggerMessage(141, LogLevel.Information, "{Function}: its storage is back")]
    public static partial void StorageBack(ILogger log, string function);

    [LoggerMessage(142, LogLevel.Warning, "{Function} did not end in time; what it was doing is taken up again at the next start")]
    public static partial void StillRunning(ILogger log, string function);

    [LoggerMessage(143, LogLevel.Critical, "{Function} can no longer be started; the host stops")]
    public static partial void PumpBroken(ILogger log, Exception exception, string function);
}
