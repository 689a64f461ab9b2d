using Microsoft.Extensions.Logging;

namespace ArchiveFunctions;

/// <summary>What operators read. Depositors' words are elsewhere, in the resource files.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Warning, "{Count} uploads lay in the inbox without an outcome and are announced again.")]
    public static partial void UploadsOverlooked(this ILogger log, int count);

    [LoggerMessage(102, LogLevel.Error, "Upload {Blob} failed five times and is set aside; it stays in the inbox and is tried again every hour.")]
    public static partial void UploadSetAside(this ILogger log, string blob);
}
