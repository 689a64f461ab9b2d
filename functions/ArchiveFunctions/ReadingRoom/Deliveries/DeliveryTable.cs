using System.Globalization;
using System.Runtime.CompilerServices;
using Archive.ReadingRoom.Deliveries;
using ArchiveFunctions.Records;
using Azure;
using Azure.Data.Tables;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>A delivery as the table holds it.</summary>
/// <param name="Delivery">The row.</param>
/// <param name="Tag">Its ETag.</param>
public sealed record HeldDelivery(Delivery Delivery, ETag Tag);

/// <summary>A page of the register of issued copies, newest first.</summary>
/// <param name="Deliveries">The copies.</param>
/// <param name="Continuation">Where the next page starts, or null.</param>
public sealed record DeliveryList(IReadOnlyList<Delivery> Deliveries, string? Continuation);

/// <summary>A delivery that stands on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Delivery">The delivery.</param>
public sealed record DayOfDelivery(DateOnly Day, string Delivery);

/// <summary>
/// The register of issued copies. The truth is a row in a partition of its own; rows that only point lead to it from its code, from the list of all, and
/// from the days on which something is to be done. They are written before it is ready, so none is ever missing, and whoever follows one looks at the
/// row itself.
/// </summary>
public sealed class DeliveryTable(TableServiceClient tables)
{
    private const string State = "delivery";
    private const string ByCode = "code";
    private const string Issued = "issued";
    private const string DayPrefix = "day|";
    private readonly TableClient table = tables.GetTableClient(StorageNames.IssuedCopies);

    /// <summary>Whether something can be a delivery's id.</summary>
    public static bool IsId(string? text) => text is { Length: 27 } && text[0] == 'd' && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Whether a text is a place in the list of issued copies.</summary>
    public static bool IsContinuation(string text) => text.Split('|') is [{ Length: 19 } moment, var id] && moment.All(char.IsAsciiDigit) && IsId(id);

    /// <summary>The delivery, or null. One point read.</summary>
    public async Task<HeldDelivery?> Find(string id, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id, State, cancellationToken: stop);
        return row.HasValue ? new HeldDelivery(RowText.Read<Delivery>(row.Value!), row.Value!.ETag) : null;
    }

    /// <summary>The delivery a code leads to, or null.</summary>
    public async Task<Delivery?> Find(VerificationCode code, CancellationToken stop)
    {
        var pointer = await table.GetEntityIfExistsAsync<TableEntity>($"{ByCode}|{code.Value}", ByCode, cancellationToken: stop);
        return pointer.HasValue ? (await Find(pointer.Value!.GetString("Delivery"), stop))?.Delivery : null;
    }

    /// <summary>Writes that a delivery is being made, its pointers first; where it is held already, that is the answer.</summary>
    public async Task<HeldDelivery> Begin(Delivery delivery, CancellationToken stop)
    {
        if (delivery.Code is { } code)
            await table.UpsertEntityAsync(new TableEntity($"{ByCode}|{code}", ByCode) { ["Delivery"] = delivery.Id }, TableUpdateMode.Replace, stop);
        await table.UpsertEntityAsync(new TableEntity(Day(delivery.DestroyOn), delivery.Id), TableUpdateMode.Replace, stop);
        await table.UpsertEntityAsync(new TableEntity(Day(delivery.UseUntil.AddDays(1)), delivery.Id), TableUpdateMode.Replace, stop);
        await table.UpsertEntityAsync(new TableEntity(Issued, ListKey(delivery)), TableUpdateMode.Replace, stop);
        try
        {
            var written = await table.AddEntityAsync(Row(delivery), stop);
            return new HeldDelivery(delivery, written.Headers.ETag ?? throw new InvalidDataException($"Delivery {delivery.Id} was written without an ETag."));
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            return await Find(delivery.Id, stop) ?? throw new InvalidDataException($"Delivery {delivery.Id} is there and cannot be read.", there);
        }
    }

    /// <summary>Writes the next state of a delivery.</summary>
    /// <exception cref="RequestFailedException">412: it has changed since it was read.</exception>
    public Task Write(HeldDelivery held, Delivery next, CancellationToken stop) => table.UpdateEntityAsync(Row(next), held.Tag, TableUpdateMode.Replace, stop);

    /// <summary>Issued copies from a continuation on, newest first; what is still being made, or cannot be, among them.</summary>
    public async Task<DeliveryList> All(string? after, int size, CancellationToken stop)
    {
        var from = after ?? "";
        var rows = await table.QueryAsync<TableEntity>(row => row.PartitionKey == Issued && row.RowKey.CompareTo(from) > 0, size + 1, cancellationToken: stop).Take(size + 1).ToListAsync(stop);
        var found = await Task.WhenAll(rows.Take(size).Select(async row => await Find(row.RowKey.Split('|')[1], stop) is { } held && ListKey(held.Delivery) == row.RowKey ? held.Delivery : null));
        return new DeliveryList([.. found.OfType<Delivery>()], rows.Count > size ? rows[size - 1].RowKey : null);
    }

    /// <summary>What stands on a day up to this one, the oldest first.</summary>
    public async IAsyncEnumerable<DayOfDelivery> Until(DateOnly day, [EnumeratorCancellation] CancellationToken stop)
    {
        var (first, last) = (DayPrefix, Day(day));
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo(first) > 0 && row.PartitionKey.CompareTo(last) <= 0, select: ["PartitionKey", "RowKey"], cancellationToken: stop))
            yield return new DayOfDelivery(DateOnly.ParseExact(row.PartitionKey[DayPrefix.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture), row.RowKey);
    }

    /// <summary>Strikes a delivery off a day; not being there is as good.</summary>
    public Task Strike(DayOfDelivery done, CancellationToken stop) => table.DeleteEntityAsync(Day(done.Day), done.Delivery, ETag.All, stop);

    private static TableEntity Row(Delivery delivery)
    {
        var row = new TableEntity(delivery.Id, State) { ["State"] = delivery.State.ToString() };
        RowText.Write(row, delivery);
        return row;
    }

    private static string ListKey(Delivery delivery) => string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - delivery.BegunAt.UtcTicks:D19}|{delivery.Id}");

    private static string Day(DateOnly day) => DayPrefix + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
