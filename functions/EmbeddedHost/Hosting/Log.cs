using EmbeddedHost.Storage;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Hosting;

/// <summary>What the embedded host tells its operator.</summary>
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
}
