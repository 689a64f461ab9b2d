using System.Security.Cryptography;
using System.Text;

namespace Archive.ReadingRoom.Audit;

/// <summary>
/// A day of the audit, closed: how many entries it had, and a digest over all of them and over the seal of the day before. An entry that is changed,
/// added or removed later no longer agrees with the seal of its day; a seal that is replaced no longer with those after it.
/// </summary>
/// <param name="Day">The day, Asia/Ho_Chi_Minh.</param>
/// <param name="Previous">The digest of the day before; empty for the first.</param>
/// <param name="Entries">How many entries.</param>
/// <param name="Sha256">The digest.</param>
public sealed record AuditSeal(DateOnly Day, string Previous, int Entries, string Sha256)
{
    /// <summary>An answer may take this long after its day is over to have its entry written.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(15);

    /// <summary>The days to be closed now: those that are over and settled, from the one after the last seal on.</summary>
    /// <param name="last">The last day sealed; null before the first.</param>
    /// <param name="first">The first day with an entry; null where there is none.</param>
    /// <param name="now">Now.</param>
    public static IEnumerable<DateOnly> DaysToClose(DateOnly? last, DateOnly? first, DateTimeOffset now)
    {
        var open = DateOnly.FromDateTime(Catalogue.VietnamTime.At(now - Settling).DateTime);
        for (var day = last?.AddDays(1) ?? first ?? open; day < open; day = day.AddDays(1))
            yield return day;
    }

    /// <summary>Compares a seal with the one before it and with what the day holds now.</summary>
    /// <param name="held">The day's seal; null where it is missing.</param>
    /// <param name="before">The seal of the day before; null where the day is the first.</param>
    /// <param name="now">What the seal would be if the day were closed now.</param>
    public static SealVerdict Judge(AuditSeal? held, AuditSeal? before, AuditSeal now) => held switch
    {
        null => SealVerdict.Missing,
        _ when held.Previous != (before?.Sha256 ?? "") => SealVerdict.Unlinked,
        _ when held != now => SealVerdict.Changed,
        _ => SealVerdict.Intact,
    };
}

/// <summary>Whether a day of the audit is as it was closed.</summary>
public enum SealVerdict
{
    /// <summary>It is.</summary>
    Intact,

    /// <summary>An entry was changed, added or removed.</summary>
    Changed,

    /// <summary>The seal does not follow the one before it.</summary>
    Unlinked,

    /// <summary>The day has no seal.</summary>
    Missing,
}

/// <summary>Makes a day's seal, entry by entry in the order of their keys.</summary>
/// <param name="day">The day.</param>
/// <param name="previous">The digest of the day before.</param>
public sealed class SealMaker(DateOnly day, string previous) : IDisposable
{
    private readonly IncrementalHash digest = Begun(previous);
    private int entries;

    /// <summary>Adds an entry as it is stored: its key and its properties, so that nothing in it can change unseen.</summary>
    public void Add(AuditKey key, IEnumerable<KeyValuePair<string, string>> properties)
    {
        entries++;
        Append(key.Partition);
        Append(key.Row);
        foreach (var (name, value) in properties.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Append(name);
            Append(value);
        }
    }

    /// <summary>The seal over what was added.</summary>
    public AuditSeal Seal() => new(day, previous, entries, Convert.ToHexStringLower(digest.GetCurrentHash()));

    /// <inheritdoc/>
    public void Dispose() => digest.Dispose();

    private static IncrementalHash Begun(string previous)
    {
        var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes($"{previous.Length}:{previous}"));
        return digest;
    }

    /// <summary>Each text with its length, so that no two lists of texts are the same bytes.</summary>
    private void Append(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        digest.AppendData(Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes.Length}:")));
        digest.AppendData(bytes);
    }
}
