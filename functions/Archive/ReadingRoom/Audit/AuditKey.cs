using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Catalogue;

namespace Archive.ReadingRoom.Audit;

/// <summary>
/// Where an entry stands: a partition per day and act, so that writing is one insert, the busiest act slows no other, and a day, or one act of it, is
/// one range; within it by time.
/// </summary>
/// <param name="Partition">Day and act: <c>2026-11-28|opened-restricted</c>.</param>
/// <param name="Row">Time of day, and a tail that tells entries of one moment apart.</param>
public sealed record AuditKey(string Partition, string Row)
{
    /// <summary>What a person reads of one record within this time is one entry: a viewer fetches a long document in dozens of parts.</summary>
    public static readonly TimeSpan OneReading = TimeSpan.FromMinutes(1);

    /// <summary>The key of an act of its own; the tail is drawn by lot, so that two like it in one moment are two.</summary>
    public static AuditKey Of(AuditEntry entry, string lot) => new(PartitionOf(entry.Day, entry.Act), $"{Time(entry.At)}-{lot}");

    /// <summary>The key of an act that may be told twice: the same words about the same moment are the same entry.</summary>
    public static AuditKey OfOnce(AuditEntry entry) => new(PartitionOf(entry.Day, entry.Act), $"{Time(entry.At)}-{Digest(entry)}");

    /// <summary>The key of a reading: its minute and what is read by whom.</summary>
    public static AuditKey OfReading(AuditEntry entry) =>
        OfOnce(entry with { At = entry.At.AddTicks(-(entry.At.UtcTicks % OneReading.Ticks)) });

    /// <summary>The partition of an act on a day.</summary>
    public static string PartitionOf(DateOnly day, AuditAct act) => From(day) + act.Code();

    /// <summary>The day of a partition.</summary>
    public static DateOnly DayOf(string partition) => DateOnly.ParseExact(partition.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>No partition of a day comes before this.</summary>
    public static string From(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}|");

    /// <summary>No partition of a day comes after this.</summary>
    public static string Until(DateOnly day) => From(day) + "~";

    /// <summary>Ticks of the day, Asia/Ho_Chi_Minh, in letters that sort as they count.</summary>
    private static string Time(DateTimeOffset at) => VietnamTime.At(at).TimeOfDay.Ticks.ToString("D12", CultureInfo.InvariantCulture);

    private static string Digest(AuditEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', entry.Act.Code(), entry.Subject, entry.About, entry.Detail))).AsSpan(0, 10));
}
