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
    /// <param name="Deferred">The day by the policy's term, where a longer one was granted; otherwise null.</param>
    public sealed record Falls(DateOnly Day, DateOnly LegalLimit, DateOnly? Deferred = null) : DueDate;

    /// <summary>It stays with its agency: not of a retention that is transferred, or of an agency that does not feed the historical archive.</summary>
    public sealed record NotSubject : DueDate;

    /// <summary>Nobody can say, because of what is missing.</summary>
    /// <param name="Missing">The names of the missing fields (<see cref="Field"/>).</param>
    public sealed record Undetermined(IReadOnlyList<string> Missing) : DueDate;

    /// <summary>
    /// The due day under a policy. The term runs from the day of creation (ngày tháng năm văn bản) and ends on the same day of a later year,
    /// or on the last of the month where that year lacks it (Civil Code 91/2015/QH13, art. 148). Of a date without day or month the earliest
    /// day it can mean counts: the record is then never late, whatever day it was. An agency struck off the register leaves its records' clocks
    /// running: that it is unknown is then what keeps them. A longer term granted by exception takes the place of the policy's.
    /// </summary>
    /// <param name="record">The record, with the clock it has.</param>
    /// <param name="agencyIsRegistered">Whether its agency is one of the register's.</param>
    /// <param name="policy">The policy in force.</param>
    public static DueDate Of(ArchiveRecord record, bool agencyIsRegistered, TransferPolicy policy)
    {
        var retention = record.Description.Value(Field.Maintenance);
        var feeds = policy.Sources.Hold(record.Agency) && (agencyIsRegistered || record.Transfer is not null);
        if (!feeds || (retention is not null && !policy.RetentionCodes.Contains(retention)))
            return new NotSubject();

        var created = PartialDate.TryParse(record.Description.Value(Field.IssuedDate), out var date) ? date : (PartialDate?)null;
        if (retention is null || created is null)
            return new Undetermined([.. If(retention is null, Field.Maintenance), .. If(created is null, Field.IssuedDate)]);

        var (day, limit) = (created.Value.Earliest.AddYears(policy.Years), EndOfFilingYear(record, policy.LegalYears));
        return record.Exemption is { IsInForce: true, Until: { } until } && until > day
            ? new Falls(until, until > limit ? until : limit, Deferred: day)
            : new Falls(day, limit);
    }

    /// <summary>The last day of a term the law counts in years from the end of the year in which the current archive received the record.</summary>
    public static DateOnly EndOfFilingYear(ArchiveRecord record, int years) => new(VietnamTime.At(record.AdmittedAt).Year + years, 12, 31);

    private static string[] If(bool missing, string field) => missing ? [field] : [];
}
