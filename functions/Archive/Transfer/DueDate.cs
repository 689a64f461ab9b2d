using Archive.Catalogue;
using Archive.Description;
using Archive.Records;

namespace Archive.Transfer;

/// <summary>When a record must have reached the historical archive.</summary>
public abstract record DueDate
{
    private DueDate()
    {
    }

    /// <summary>It has a due day.</summary>
    /// <param name="Day">The last day on which a transfer is in time, Asia/Ho_Chi_Minh.</param>
    /// <param name="LegalLimit">The last day the law allows, whatever the policy's term.</param>
    public sealed record Falls(DateOnly Day, DateOnly LegalLimit) : DueDate;

    /// <summary>It stays with its agency: not of a retention that is transferred, or of an agency that does not feed the historical archive.</summary>
    public sealed record NotSubject : DueDate;

    /// <summary>Nobody can say, because of what is missing.</summary>
    /// <param name="Missing">The names of the missing fields (<see cref="Field"/>).</param>
    public sealed record Undetermined(IReadOnlyList<string> Missing) : DueDate;

    /// <summary>
    /// The due day under a policy. The term runs from the day of creation (ngày tháng năm văn bản) and ends on the same day of a later year,
    /// or on the last of the month where that year lacks it (Civil Code 91/2015/QH13, art. 148). Of a date without day or month the earliest
    /// day it can mean counts: the record is then never late, whatever day it was.
    /// </summary>
    public static DueDate Of(ArchiveRecord record, bool feedsHistoricalArchive, TransferPolicy policy)
    {
        var retention = record.Description.Value(Field.Maintenance);
        if (!feedsHistoricalArchive || (retention is not null && !policy.RetentionCodes.Contains(retention)))
            return new NotSubject();

        var created = PartialDate.TryParse(record.Description.Value(Field.IssuedDate), out var date) ? date : (PartialDate?)null;
        if (retention is null || created is null)
            return new Undetermined([.. If(retention is null, Field.Maintenance), .. If(created is null, Field.IssuedDate)]);

        var received = DateOnly.FromDateTime(VietnamTime.At(record.AdmittedAt).DateTime);
        return new Falls(created.Value.Earliest.AddYears(policy.Years), new DateOnly(received.Year + policy.LegalYears, 12, 31));
    }

    private static string[] If(bool missing, string field) => missing ? [field] : [];
}
