using System.Globalization;
using Archive.ReadingRoom.Audit;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Audit;

/// <summary>Which part of the audit is asked for.</summary>
/// <param name="Day">The day; today unless said.</param>
/// <param name="Act">The act; all unless said.</param>
/// <param name="Continuation">Where the page before ended.</param>
internal sealed record AuditRequest(DateOnly Day, AuditAct? Act, string? Continuation)
{
    /// <summary>What the audit says of somebody who looks at this part of it.</summary>
    public string Words => $"act={Act?.Code() ?? "all"}{(Continuation is null ? "" : $"; after={Continuation}")}";

    /// <summary>The day in ISO 8601.</summary>
    public string Iso => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a request; where it makes no sense, the parameter at fault.</summary>
    public static (AuditRequest? Asked, string? Wrong) Of(IQueryCollection query, DateTimeOffset now)
    {
        var (day, act, continuation) = (query["day"].ToString(), query["act"].ToString(), query["continuation"].ToString());
        var on = Today.Of(now);
        if (day.Length > 0 && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out on))
            return (null, "day");
        if (act.Length > 0 && AuditActs.Find(act) is null)
            return (null, "act");
        return continuation.Length > 0 && !AuditBook.IsContinuation(continuation) ? (null, "continuation") : (new AuditRequest(on, AuditActs.Find(act), continuation.Length > 0 ? continuation : null), null);
    }
}
