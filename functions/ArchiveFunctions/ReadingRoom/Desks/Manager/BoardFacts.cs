using Archive.ReadingRoom.Board;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;

namespace ArchiveFunctions.ReadingRoom.Desks.Manager;

/// <summary>What the board's figures are made of: counts others have made, and never a scan.</summary>
/// <param name="Types">Records by type, as the index counts them this moment.</param>
/// <param name="Months">What came in, month by month (<see cref="CountBoard"/>).</param>
/// <param name="Overdue">What is overdue (<see cref="CountBoard"/>); null before it was counted.</param>
/// <param name="Terms">The frozen figures of the transfer within term (<see cref="FreezeFigures"/>), the oldest first.</param>
/// <param name="Agencies">All agencies, for their names.</param>
/// <param name="Now">The time, UTC.</param>
public sealed record BoardFacts(
    IReadOnlyList<FacetCount> Types, IReadOnlyList<IngestMonth> Months, OverdueCount? Overdue, IReadOnlyList<TermFigure> Terms, IReadOnlyDictionary<AgencyCode, Agency> Agencies, DateTimeOffset Now);

/// <summary>Gathers them: one call of the search service, and rows of which there are some a year.</summary>
public sealed class BoardGathering(CatalogueIndex index, BoardTable board, FigureTable figures, AgencyRegister agencies, TimeProvider clock)
{
    /// <summary>The facts of this moment.</summary>
    public Task<BoardFacts> Gather(CancellationToken stop) => Limit.Within(
        async ending => new BoardFacts(
            await index.Types(ending),
            await board.Months(ending).ToListAsync(ending),
            await board.OverdueCount(ending),
            await figures.Until(Today.Of(clock.GetUtcNow()), null, ending).ToListAsync(ending),
            await agencies.All(ending),
            clock.GetUtcNow()),
        clock,
        stop);
}
