using Archive.Records;

namespace Archive.Transfer;

/// <summary>What becomes of an officer's wish to release an agency's copies of a consignment.</summary>
public abstract record ReleaseRequest
{
    private ReleaseRequest()
    {
    }

    /// <summary>It may not be.</summary>
    /// <param name="Why">The first thing that keeps a copy.</param>
    /// <param name="Findings">What keeps each record.</param>
    public sealed record Refused(ReleaseObstacle Why, IReadOnlyList<Finding> Findings) : ReleaseRequest;

    /// <summary>The copies that may go are read, compared and destroyed.</summary>
    /// <param name="Next">The consignment, which says so.</param>
    public sealed record Begins(Consignment Next) : ReleaseRequest;

    /// <summary>It was asked for before and is under way: announcing it again does no harm.</summary>
    public sealed record UnderWay : ReleaseRequest;

    /// <summary>It was done before, and nothing is left to release.</summary>
    public sealed record Done : ReleaseRequest;

    /// <summary>Decides. What is withheld stays, and is not spoken of.</summary>
    /// <param name="consignment">The consignment.</param>
    /// <param name="records">What would become of each record's copy.</param>
    /// <param name="partly">Whether what is kept may stay behind; otherwise it keeps the whole.</param>
    /// <param name="officer">The subject of who asks.</param>
    /// <param name="now">UTC.</param>
    public static ReleaseRequest Decide(Consignment consignment, IReadOnlyList<Releasing> records, bool partly, string officer, DateTimeOffset now)
    {
        if (consignment.State != ConsignmentState.Done)
            return new Refused(ReleaseObstacle.CustodyNotMoved, []);
        if (consignment.Damaged.Count > 0)
            return new Refused(ReleaseObstacle.PermitLapsed, [.. consignment.Damaged.Select(reading => reading.Finding).OfType<Finding>()]);

        var kept = records.OfType<Releasing.Kept>().Where(one => one.Why != ReleaseObstacle.Withheld).ToList();
        var more = records.Any(one => one is Releasing.Use);
        if (kept.Count > 0 && !(partly && more))
            return new Refused(kept.Min(one => one.Why), [.. kept.Select(one => one.Reason).OfType<Finding>()]);

        return consignment.Release switch
        {
            { DoneAt: null } => new UnderWay(),
            not null when !more => new Done(),
            _ => new Begins(consignment with { Release = new CopyRelease(now, officer, DoneAt: null) }),
        };
    }
}
