namespace Archive.Transfer;

/// <summary>
/// When what waits may go. The night's sweep calls a large dossier up over several runs, and one offered by its code comes in portions: put together
/// between two of them it would go in two packages. So a dossier waits until nothing has been added to it for a while.
/// </summary>
/// <param name="Quiet">How long nothing may have come: longer than from one run of the sweep to the next.</param>
/// <param name="Longest">How long anything waits at most, whatever still comes.</param>
public sealed record Settling(TimeSpan Quiet, TimeSpan Longest)
{
    /// <summary>Twelve minutes, with a sweep every ten; a day at most.</summary>
    public static Settling Usual { get; } = new(TimeSpan.FromMinutes(12), TimeSpan.FromDays(1));

    /// <summary>Nothing waits for anything.</summary>
    public static Settling AtOnce { get; } = new(TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Whether a group may go.</summary>
    /// <param name="count">How many records wait in it; a consignment that is full waits for no more.</param>
    /// <param name="first">When the first of them came, UTC.</param>
    /// <param name="last">When the last came, UTC.</param>
    /// <param name="now">Now, UTC.</param>
    public bool IsOver(int count, DateTimeOffset first, DateTimeOffset last, DateTimeOffset now) =>
        count >= Consignment.Most || now - last >= Quiet || now - first >= Longest;
}
