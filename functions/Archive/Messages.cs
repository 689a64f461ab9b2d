namespace Archive;

/// <summary>
/// Every message of the pipeline, in the order a record meets them. Past-tense facts, ids and versions only, never contents: a message may
/// come twice, late or out of order, and whoever takes it reads the present state.
/// </summary>
public static class Queues
{
    /// <summary>Carries <see cref="UploadOverlooked"/>.</summary>
    public const string UploadOverlooked = "upload-overlooked";

    /// <summary>Carries <see cref="RecordAdmitted"/>.</summary>
    public const string RecordAdmitted = "record-admitted";

    /// <summary>Carries <see cref="RecordChanged"/>.</summary>
    public const string RecordChanged = "record-changed";

    /// <summary>Carries <see cref="TransferFellDue"/>.</summary>
    public const string TransferFellDue = "transfer-fell-due";

    /// <summary>Carries <see cref="DossierOffered"/>.</summary>
    public const string DossierOffered = "dossier-offered";

    /// <summary>Carries <see cref="ConsignmentFormed"/>.</summary>
    public const string ConsignmentFormed = "consignment-formed";

    /// <summary>Carries <see cref="ConsignmentVerified"/>.</summary>
    public const string ConsignmentVerified = "consignment-verified";

    /// <summary>Carries <see cref="ConsignmentAccepted"/>.</summary>
    public const string ConsignmentAccepted = "consignment-accepted";

    /// <summary>Carries <see cref="FixityCheckFellDue"/>.</summary>
    public const string FixityCheckFellDue = "fixity-check-fell-due";

    /// <summary>Carries <see cref="ReleaseAsked"/>.</summary>
    public const string ReleaseAsked = "release-asked";

    /// <summary>Carries <see cref="PolicyChanged"/>.</summary>
    public const string PolicyChanged = "policy-changed";

    /// <summary>Carries <see cref="DayNoticed"/>.</summary>
    public const string DayNoticed = "day-noticed";

    /// <summary>Carries <see cref="RequestApproved"/>.</summary>
    public const string RequestApproved = "request-approved";
}

/// <summary>The topics other systems may subscribe to.</summary>
public static class Topics
{
    /// <summary>Carries <see cref="AgencyNoticed"/>.</summary>
    public const string Notices = "notices";
}

/// <summary>An upload has lain in the inbox without an outcome: its event was lost, or its run was.</summary>
/// <param name="Blob">Its name below the inbox.</param>
public sealed record UploadOverlooked(string Blob);

/// <summary>A record was admitted, or what its depositor says of it has changed: it is to be described.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Version">The row version that was written.</param>
public sealed record RecordAdmitted(string RecordId, int Version);

/// <summary>What readers may find of a record has changed: it is to be indexed.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Version">The row version that was written.</param>
public sealed record RecordChanged(string RecordId, int Version);

/// <summary>The day has come on which something is to be done about a record's transfer.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Day">The day it stood on the agenda for, Asia/Ho_Chi_Minh.</param>
/// <param name="Due">The due day it was put there with: where the schedule may hold a row of it that nothing else points to.</param>
public sealed record TransferFellDue(string RecordId, DateOnly Day, DateOnly? Due);

/// <summary>A transfer policy has come into force, and the clocks of a range of records are to be set by it.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Range">Which part of the records: the second letter of their ids.</param>
/// <param name="After">The last record of the range that is done; empty before the first.</param>
public sealed record PolicyChanged(string Policy, char Range, string After);

/// <summary>The night of a day is over, and what agencies were told in it is to be summed up.</summary>
/// <param name="Day">The day, Asia/Ho_Chi_Minh.</param>
public sealed record DayNoticed(DateOnly Day);

/// <summary>An agency was told something on a day: one message a day, however many records it is about. They are listed by the agency's notices.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Day">The day, Asia/Ho_Chi_Minh.</param>
/// <param name="Upcoming">How many records will fall due.</param>
/// <param name="Kept">How many are due and kept by something.</param>
/// <param name="Overdue">How many are overdue.</param>
public sealed record AgencyNoticed(string Agency, DateOnly Day, int Upcoming, int Kept, int Overdue);

/// <summary>An officer handed a dossier over before its time, and part of its records has been looked at.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="FileCode">The dossier (mã hồ sơ), verbatim: its name.</param>
/// <param name="After">The last record that was looked at, in the order of ids.</param>
public sealed record DossierOffered(string Agency, string FileCode, string After);

/// <summary>Records that are to go to the historical archive together were put together.</summary>
/// <param name="Agency">The agency that hands over.</param>
/// <param name="Consignment">The consignment.</param>
public sealed record ConsignmentFormed(string Agency, string Consignment);

/// <summary>A consignment's package lies in the historical archive, was read back, and may be accepted.</summary>
/// <param name="Agency">The agency that hands over.</param>
/// <param name="Consignment">The consignment.</param>
public sealed record ConsignmentVerified(string Agency, string Consignment);

/// <summary>The historical archive has signed for a consignment: custody of its records is to move.</summary>
/// <param name="Agency">The agency that hands over.</param>
/// <param name="Consignment">The consignment.</param>
/// <param name="From">The first record whose turn it is; those before it are done.</param>
public sealed record ConsignmentAccepted(string Agency, string Consignment, int From);

/// <summary>The day has come on which a consignment's package is to be read again and compared.</summary>
/// <param name="Agency">The agency that handed over.</param>
/// <param name="Consignment">The consignment.</param>
/// <param name="Day">The day it stood on the agenda for, Asia/Ho_Chi_Minh.</param>
/// <param name="From">The first record whose turn it is; those before it are done.</param>
/// <param name="Failed">How many files failed before it.</param>
public sealed record FixityCheckFellDue(string Agency, string Consignment, DateOnly Day, int From, int Failed);

/// <summary>An officer uses the permits of a consignment: the agency's own copies are to be destroyed.</summary>
/// <param name="Agency">The agency that handed over.</param>
/// <param name="Consignment">The consignment.</param>
/// <param name="From">The first record whose turn it is; those before it are done.</param>
public sealed record ReleaseAsked(string Agency, string Consignment, int From);

/// <summary>A reader's request was approved, and its fee is settled or none is due: what was asked for is to be made.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Version">The row version that was written.</param>
public sealed record RequestApproved(string RequestId, int Version);
