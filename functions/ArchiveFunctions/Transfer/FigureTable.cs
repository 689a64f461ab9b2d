using System.Globalization;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.Transfer;

/// <summary>
/// The frozen figures: a month's, for each agency and for the city. Added once and never changed, so that what was reported stays what it was; the
/// city's is written last and says that the month is complete.
/// </summary>
public sealed class FigureTable(TableServiceClient tables)
{
    private const string Partition = "transfer-within-term";
    private const string City = "city";
    private readonly TableClient table = tables.GetTableClient(StorageNames.Figures);

    /// <summary>A frozen figure, of an agency or (null) of the city; null where the month is not frozen, or nothing fell due.</summary>
    public async Task<TermFigure?> Find(DateOnly month, AgencyCode? agency, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Key(month, agency), cancellationToken: stop);
        return row.HasValue ? RowText.Read<TermFigure>(row.Value!) : null;
    }

    /// <summary>Every frozen figure of an agency or of the city up to a month, the oldest first.</summary>
    public IAsyncEnumerable<TermFigure> Until(DateOnly month, AgencyCode? agency, CancellationToken stop)
    {
        var last = Key(month, agency);
        var (from, name) = (Key(DateOnly.MinValue, agency), agency?.Value ?? City);
        return table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition && row.RowKey.CompareTo(from) >= 0 && row.RowKey.CompareTo(last) <= 0, cancellationToken: stop)
            .Where(row => row.RowKey.StartsWith(name + "|", StringComparison.Ordinal)).Select(RowText.Read<TermFigure>);
    }

    /// <summary>The last month that is frozen wholly, or null.</summary>
    public async Task<DateOnly?> Latest(CancellationToken stop) => await Until(new DateOnly(9999, 12, 1), null, stop).Select(figure => (DateOnly?)figure.Month).LastOrDefaultAsync(stop);

    /// <summary>Freezes a figure; one that is frozen stays as it is.</summary>
    public async Task Freeze(TermFigure figure, AgencyCode? agency, CancellationToken stop)
    {
        var row = new TableEntity(Partition, Key(figure.Month, agency));
        RowText.Write(row, figure);
        try
        {
            await table.AddEntityAsync(row, stop);
        }
        catch (RequestFailedException frozen) when (frozen.Status == 409)
        {
            // By an earlier run; it stays what was reported.
        }
    }

    private static string Key(DateOnly month, AgencyCode? agency) => string.Create(CultureInfo.InvariantCulture, $"{agency?.Value ?? City}|{month:yyyy-MM}");
}
