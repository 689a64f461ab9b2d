namespace ArchiveFunctions.Records;

/// <summary>
/// Every container, table and queue of the archive account, and every container of the historical one. <c>infra/</c> creates them on Azure,
/// the embedded host on one machine; an upload is <c>inbox/{agency}/{any/path/name}</c>.
/// </summary>
public static class StorageNames
{
    /// <summary>The setting that names the archive account (the agencies' current archive).</summary>
    public const string Archive = "ArchiveStorage";

    /// <summary>The setting that names the historical account (the city's archive): on Azure in another resource group, write-once.</summary>
    public const string Historical = "HistoricalStorage";

    /// <summary>The setting that names the Service Bus namespace.</summary>
    public const string ServiceBus = "ServiceBus";

    /// <summary>Container: what agencies upload.</summary>
    public const string Inbox = "inbox";

    /// <summary>Container: refused uploads, each with its report.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>Container: the content of records, write-once, under names that reveal nothing.</summary>
    public const string Vault = "vault";

    /// <summary>Container: what was made for readers, below the name of each delivery, until it is destroyed.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>Container: what is kept of packages beside their documents.</summary>
    public const string Submissions = "submissions";

    /// <summary>Container: leases.</summary>
    public const string Work = "work";

    /// <summary>Container of the historical account: packages, write-once.</summary>
    public const string Preserved = "preserved";

    /// <summary>Container of the historical account: custody receipts as <c>{agency}/{number}.json</c>, write-once.</summary>
    public const string Receipts = "receipts";

    /// <summary>Table: one partition per record, with its state, text, statements and journal.</summary>
    public const string Records = "Records";

    /// <summary>Table: what became of each upload, one partition per agency.</summary>
    public const string Uploads = "Uploads";

    /// <summary>Table: the dossiers packages brought, one partition each.</summary>
    public const string Dossiers = "Dossiers";

    /// <summary>Table: the agencies that may deposit.</summary>
    public const string Agencies = "Agencies";

    /// <summary>Table: every record's due day, one partition per month.</summary>
    public const string Deadlines = "Deadlines";

    /// <summary>Table: what is to be done on which day.</summary>
    public const string Agenda = "Agenda";

    /// <summary>Table: what agencies were told.</summary>
    public const string Notices = "Notices";

    /// <summary>Table: the transfer policies.</summary>
    public const string Policies = "Policies";

    /// <summary>Table: records that wait for the next consignment.</summary>
    public const string Waiting = "Waiting";

    /// <summary>Table: the consignments, one partition per agency.</summary>
    public const string Consignments = "Consignments";

    /// <summary>Table: which consignment's package is to be read again on which day.</summary>
    public const string FixityChecks = "FixityChecks";

    /// <summary>Table: the frozen figures.</summary>
    public const string Figures = "Figures";

    /// <summary>Table: readers' requests, one partition each, with lists of them by reader and by due day.</summary>
    public const string Requests = "Requests";

    /// <summary>Table: the accounts of readers.</summary>
    public const string Readers = "Readers";

    /// <summary>Table: the register of issued copies, one partition per delivery, with rows that lead to it by code, list and day.</summary>
    public const string IssuedCopies = "Deliveries";

    /// <summary>Table: records an archivist described anew, until readers find them so.</summary>
    public const string Corrections = "Corrections";

    /// <summary>Table: who did what, one partition per day and act; inserted into, never written over.</summary>
    public const string Audit = "Audit";

    /// <summary>Table: the searches readers keep, one partition per reader.</summary>
    public const string SavedSearches = "SavedSearches";

    /// <summary>Container of the historical account: the seals of the audit's days as <c>{yyyy-MM-dd}.json</c>, write-once.</summary>
    public const string Seals = "audit-seals";

    /// <summary>Queue: where the blob trigger leaves uploads it failed on five times. The name is the Functions host's.</summary>
    public const string FailedUploads = "webjobs-blobtrigger-poison";

    /// <summary>All containers of the archive account.</summary>
    public static IReadOnlyList<string> Containers { get; } = [Inbox, Quarantine, Submissions, Vault, Deliveries, Work];

    /// <summary>All containers of the historical account.</summary>
    public static IReadOnlyList<string> HistoricalContainers { get; } = [Preserved, Receipts, Seals];

    /// <summary>All tables.</summary>
    public static IReadOnlyList<string> Tables { get; } = [Records, Uploads, Dossiers, Agencies, Deadlines, Agenda, Notices, Policies, Waiting, Consignments, FixityChecks, Figures, Corrections, Audit, SavedSearches, Requests, Readers, IssuedCopies];
}
