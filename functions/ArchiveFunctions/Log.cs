using Archive.Transfer;
using Microsoft.Extensions.Logging;

namespace ArchiveFunctions;

/// <summary>What operators read. Depositors' words are elsewhere, in the resource files.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Warning, "{Count} uploads lay in the inbox without an outcome and are announced again.")]
    public static partial void UploadsOverlooked(this ILogger log, int count);

    [LoggerMessage(102, LogLevel.Error, "Upload {Blob} failed five times and is set aside; it stays in the inbox and is tried again every hour.")]
    public static partial void UploadSetAside(this ILogger log, string blob);

    [LoggerMessage(301, LogLevel.Debug, "The lease blob was placed by another process at the same time.")]
    public static partial void LeaseBlobPlacedByAnother(this ILogger log);

    [LoggerMessage(302, LogLevel.Warning, "The catalogue's lease could not be released; it ends by itself within a minute.")]
    public static partial void LeaseNotReleased(this ILogger log, Exception exception);

    [LoggerMessage(201, LogLevel.Warning, "Record {Record}: fixity check {Check} found {Path} {Outcome} in the historical archive; the agency's permit to release its copy has lapsed.")]
    public static partial void PermitLapsed(this ILogger log, string record, string check, string path, FixityOutcome outcome);

    [LoggerMessage(202, LogLevel.Critical, "Record {Record}: fixity check {Check} found {Path} {Outcome} in the historical archive after the agency had released its own copy. Restore it from a backup.")]
    public static partial void PreservedCopyLost(this ILogger log, string record, string check, string path, FixityOutcome outcome);

    [LoggerMessage(401, LogLevel.Warning, "{What} cannot be reached; the caller was told to come again.")]
    public static partial void Unreachable(this ILogger log, string what, Exception exception);

    [LoggerMessage(402, LogLevel.Error, "A request failed.")]
    public static partial void RequestFailed(this ILogger log, Exception exception);

    [LoggerMessage(403, LogLevel.Information, "A token was refused: {Reason}.")]
    public static partial void TokenRefused(this ILogger log, string reason);

    [LoggerMessage(404, LogLevel.Warning, "A token was refused because no issuer is configured (Identity:Issuer, Identity:Audience, Identity:MetadataAddress).")]
    public static partial void IdentityNotConfigured(this ILogger log);
}
