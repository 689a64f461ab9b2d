namespace Archive.Transfer;

/// <summary>What falls due in one month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="FallingDue">How many records have their due day in it.</param>
/// <param name="Transferred">Of these, how many have been transferred already.</param>
/// <param name="Exempt">How many need not be.</param>
/// <param name="UnderWay">How many are in a consignment that is on its way.</param>
/// <param name="Kept">How many something keeps.</param>
/// <param name="WillBeLate">How many are not late yet and will be, by the rule of <see cref="Forecast"/>.</param>
public sealed record ForecastMonth(DateOnly Month, int FallingDue, int Transferred, int Exempt, int UnderWay, int Kept, int WillBeLate);

/// <summary>
/// What lies ahead of an agency. Late at the present pace, by this rule:
/// 1. The pace is what was transferred in the three months up to today, per day.
/// 2. What something keeps will be late on its due day: no pace moves it. What is under way will arrive.
/// 3. Where no record that could go is left past its due day, the agency keeps up, whatever little fell due, and nothing else will be late.
/// 4. Where some are, records go in the order of their due days, those overdue first, one after the other at the pace; a record whose turn comes
///    after its due day will be late. Without a transfer in three months, no turn comes.
/// What keeps a record is known once it has been looked at, which is at its first notice: further ahead the forecast is the more hopeful.
/// </summary>
/// <param name="Today">The day it was made, Asia/Ho_Chi_Minh.</param>
/// <param name="Overdue">How many are past their due day and not transferred.</param>
/// <param name="Undetermined">How many have a due day nobody can say.</param>
/// <param name="TransferredLately">How many were transferred in the three months up to today.</param>
/// <param name="KeepsUp">Whether nothing that could go is left past its due day.</param>
/// <param name="Months">This month and those after it.</param>
public sealed record Forecast(DateOnly Today, int Overdue, int Undetermined, int TransferredLately, bool KeepsUp, IReadOnlyList<ForecastMonth> Months)
{
    /// <summary>How many months ahead it looks.</summary>
    public const int Reach = 36;

    /// <summary>How many months the pace is measured over.</summary>
    public const int PaceMonths = 3;

    /// <summary>The first day whose transfers count for the pace.</summary>
    public static DateOnly PaceFrom(DateOnly today) => today.AddMonths(-PaceMonths).AddDays(1);

    /// <summary>Makes the forecast.</summary>
    /// <param name="deadlines">All of the agency's; what was transferred or exempted before <see cref="PaceFrom"/> and fell due before this month may be left out.</param>
    /// <param name="today">In Asia/Ho_Chi_Minh.</param>
    public static Forecast Of(IReadOnlyCollection<Deadline> deadlines, DateOnly today)
    {
        var movable = deadlines.Where(deadline => deadline is { IsOpen: true, Due: not null, State: not ClockState.Transferring, Reasons.Count: 0 })
            .OrderBy(deadline => deadline.Due).ThenBy(deadline => deadline.RecordId, StringComparer.Ordinal).ToList();
        var lately = deadlines.Count(deadline => deadline.TransferredOn is { } on && on >= PaceFrom(today) && on <= today);
        var keepsUp = movable.All(deadline => deadline.Due >= today);
        var late = keepsUp ? [] : OutOfTurn(movable, lately, today);
        foreach (var kept in deadlines.Where(deadline => deadline is { IsOpen: true, State: not ClockState.Transferring, Reasons.Count: > 0 } && deadline.Due >= today))
            late.Add(kept.RecordId);

        var first = new DateOnly(today.Year, today.Month, 1);
        var falling = deadlines.Where(deadline => deadline.Due is not null).ToLookup(deadline => new DateOnly(deadline.Due!.Value.Year, deadline.Due.Value.Month, 1));
        return new Forecast(
            today,
            deadlines.Count(deadline => deadline.IsOpen && deadline.Due < today),
            deadlines.Count(deadline => deadline is { IsOpen: true, Due: null }),
            lately,
            keepsUp,
            [.. Enumerable.Range(0, Reach).Select(ahead => Month(first.AddMonths(ahead), [.. falling[first.AddMonths(ahead)]], late))]);
    }

    /// <summary>Those not overdue yet whose turn comes after their due day.</summary>
    private static HashSet<string> OutOfTurn(List<Deadline> movable, int transferred, DateOnly today)
    {
        var days = today.DayNumber - PaceFrom(today).DayNumber + 1L;
        return [.. movable.Where((deadline, before) => deadline.Due >= today && (transferred == 0 || today.DayNumber + Turn(before + 1) > deadline.Due!.Value.DayNumber)).Select(deadline => deadline.RecordId)];

        long Turn(long place) => ((place * days) + transferred - 1) / transferred;
    }

    private static ForecastMonth Month(DateOnly month, List<Deadline> falling, HashSet<string> late) => new(
        month,
        falling.Count,
        falling.Count(deadline => deadline.State == ClockState.Transferred),
        falling.Count(deadline => deadline.State == ClockState.Exempt),
        falling.Count(deadline => deadline.State == ClockState.Transferring),
        falling.Count(deadline => deadline is { IsOpen: true, State: not ClockState.Transferring, Reasons.Count: > 0 }),
        falling.Count(deadline => late.Contains(deadline.RecordId)));
}
