using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Records;

namespace Archive.Transfer;

/// <summary>How a record counts in the figure.</summary>
public enum TermStanding
{
    /// <summary>Custody moved on or before the due day.</summary>
    InTime,

    /// <summary>Custody moved after it.</summary>
    Late,

    /// <summary>The due day has come and custody has not moved.</summary>
    Missing,

    /// <summary>
    /// Exempt on that day: counted neither as moved nor as due, but by its code. One granted a longer term is so in the month in which it was due
    /// without it, and counts like any other in the month in which that term ends.
    /// </summary>
    Excluded,

    /// <summary>Its due day has not come yet.</summary>
    NotYetDue,
}

/// <summary>
/// The plan's fourth target (KH 67/KH-UBND, QĐ 458/QĐ-TTg: at least 80 %): permanent electronic records transferred to the historical archive
/// within three years of creation, of those whose due day falls into a month and has come.
/// </summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="InTime">The numerator.</param>
/// <param name="Due">The denominator: in time, late and missing.</param>
/// <param name="Exclusions">How many are exempt, by code.</param>
/// <param name="Sha256">Over the list it was counted from, in one order and form: who counts the same list gets the same digest.</param>
public sealed record TermFigure(DateOnly Month, int InTime, int Due, IReadOnlyDictionary<string, int> Exclusions, string Sha256)
{
    /// <summary>How a record counts on a day.</summary>
    /// <param name="deadline">Its due day and what became of it.</param>
    /// <param name="asOf">The day the figure is made for, Asia/Ho_Chi_Minh: what happened later is not known yet.</param>
    public static TermStanding Of(Deadline deadline, DateOnly asOf) => deadline switch
    {
        _ when deadline.ExemptionOn(asOf) is not null => TermStanding.Excluded,
        { TransferredOn: { } on, Due: { } due } when on <= asOf => on <= due ? TermStanding.InTime : TermStanding.Late,
        { Due: { } due } when due <= asOf => TermStanding.Missing,
        _ => TermStanding.NotYetDue,
    };

    /// <summary>Counts the records whose due day falls into a month. One transferred before its due day counts from the day it is due.</summary>
    public static TermFigure Count(DateOnly month, IEnumerable<Deadline> deadlines, DateOnly asOf)
    {
        var counted = deadlines.Where(deadline => deadline.Due is { } due && due.Year == month.Year && due.Month == month.Month && (deadline.ExemptionOn(asOf) is not null || due <= asOf))
            .OrderBy(deadline => deadline.RecordId, StringComparer.Ordinal)
            .Select(deadline => (deadline, Standing: Of(deadline, asOf))).ToList();
        return new TermFigure(
            month,
            counted.Count(one => one.Standing == TermStanding.InTime),
            counted.Count(one => one.Standing is TermStanding.InTime or TermStanding.Late or TermStanding.Missing),
            counted.Where(one => one.Standing == TermStanding.Excluded).CountBy(one => one.deadline.ExemptionOn(asOf)!).OrderBy(code => code.Key, StringComparer.Ordinal).ToDictionary(),
            DigestOf(counted.Select(one => Line(one.deadline, asOf))));
    }

    private static string Line(Deadline deadline, DateOnly asOf) => string.Create(
        CultureInfo.InvariantCulture,
        $"{deadline.RecordId}|{deadline.Due:yyyy-MM-dd}|{(deadline.TransferredOn is { } on && on <= asOf ? on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")}|{deadline.ExemptionOn(asOf)}\n");

    private static string DigestOf(IEnumerable<string> lines)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
            digest.AppendData(Encoding.UTF8.GetBytes(line));
        return Sha256Digest.Of(digest.GetHashAndReset()).Value;
    }
}
