namespace ArchiveFunctions;

/// <summary>What is measured. Alerts and the workbook in <c>infra/</c> ask for these names.</summary>
public static class MeasureNames
{
    /// <summary>Uploads that became records, or restated one; by agency.</summary>
    public const string Admitted = "archive.uploads.admitted";

    /// <summary>Uploads refused; by finding code, once for each code of an upload.</summary>
    public const string Refused = "archive.uploads.refused";

    /// <summary>Seconds a message waited before a function took it; by function.</summary>
    public const string QueueAge = "archive.queue.age";

    /// <summary>Seconds from a record's change until it can be found as it is.</summary>
    public const string IndexLag = "archive.index.lag";

    /// <summary>Records a sweep found something to do about; a record counts in each sweep that finds it.</summary>
    public const string Due = "archive.transfers.due";

    /// <summary>Records whose due day was found to have passed; by agency, again for each time the case is brought up.</summary>
    public const string Overdue = "archive.transfers.overdue";
}
