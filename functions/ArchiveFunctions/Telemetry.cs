using System.Diagnostics;
using System.Diagnostics.Metrics;
using Archive.Records;

namespace ArchiveFunctions;

/// <summary>
/// What operators can follow and count. Steps hang together by the trace context that travels with every message, from upload to index, and carry
/// the ids of their records, so that the transfer years later, whose trace begins with a timer, is found beside them. No names, no contents:
/// the journal is the audit trail, this is not.
/// </summary>
internal static class Telemetry
{
    /// <summary>The name of the steps' source and of the meter.</summary>
    public const string Name = "Archive";

    /// <summary>Tag: ids of the records a step is about, separated by blanks.</summary>
    public const string Records = "archive.records";

    /// <summary>Tag: the consignment a step is about.</summary>
    public const string Consignment = "archive.consignment";

    /// <summary>The most ids of one tag: a batch of thousands would be cut by every exporter anyway.</summary>
    private const int MostIds = 100;

    private static readonly ActivitySource Steps = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> AdmittedUploads = Meter.CreateCounter<long>(MeasureNames.Admitted, "{upload}");
    private static readonly Counter<long> RefusedUploads = Meter.CreateCounter<long>(MeasureNames.Refused, "{upload}");
    private static readonly Counter<long> DueRecords = Meter.CreateCounter<long>(MeasureNames.Due, "{record}");
    private static readonly Counter<long> OverdueRecords = Meter.CreateCounter<long>(MeasureNames.Overdue, "{record}");
    private static readonly Histogram<double> QueueAge = Meter.CreateHistogram<double>(MeasureNames.QueueAge, "s");
    private static readonly Histogram<double> IndexLag = Meter.CreateHistogram<double>(MeasureNames.IndexLag, "s");

    /// <summary>Begins a step; null when nobody listens. Dispose it when the step ends.</summary>
    public static Activity? Step(string name, params IEnumerable<string> records)
    {
        var step = Steps.StartActivity(name);
        step?.About(records);
        return step;
    }

    /// <summary>Begins a step of a consignment's way.</summary>
    public static Activity? ConsignmentStep(string name, string consignment) => Steps.StartActivity(name)?.SetTag(Consignment, consignment);

    /// <summary>Names the records a step turned out to be about.</summary>
    public static void About(this Activity step, IEnumerable<string> records)
    {
        if (string.Join(' ', records.Take(MostIds)) is { Length: > 0 } ids)
            step.SetTag(Records, ids);
    }

    /// <summary>An upload was admitted.</summary>
    public static void Admitted(string agency) => AdmittedUploads.Add(1, new KeyValuePair<string, object?>("agency", agency));

    /// <summary>An upload was refused.</summary>
    public static void Refused(string folder, IEnumerable<Finding> findings)
    {
        foreach (var code in findings.Select(finding => finding.Code).Distinct())
            RefusedUploads.Add(1, new("code", code), new("agency", folder));
    }

    /// <summary>A sweep found so many records.</summary>
    public static void Due(int records) => DueRecords.Add(records);

    /// <summary>A record's due day has passed.</summary>
    public static void Overdue(string agency) => OverdueRecords.Add(1, new KeyValuePair<string, object?>("agency", agency));

    /// <summary>A message waited so long. The clocks of two services: a little less than nothing is nothing.</summary>
    public static void Waited(string function, TimeSpan time) => QueueAge.Record(Math.Max(0, time.TotalSeconds), new KeyValuePair<string, object?>("function", function));

    /// <summary>A change was findable so long after it was written.</summary>
    public static void Indexed(TimeSpan lag) => IndexLag.Record(Math.Max(0, lag.TotalSeconds));
}
