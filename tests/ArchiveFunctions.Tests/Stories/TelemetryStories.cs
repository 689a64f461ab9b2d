using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Archive.Records;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>What operators can follow and count, heard in the process as an exporter would hear it.</summary>
public sealed class TelemetryStories : IAsyncLifetime, IDisposable
{
    private readonly PunctualArchive archive = new();
    private readonly ConcurrentQueue<System.Diagnostics.Activity> steps = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> measures = new();
    private readonly ActivityListener listener;
    private readonly MeterListener meters;

    public TelemetryStories()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = steps.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        meters = new MeterListener { InstrumentPublished = (instrument, listening) => Hear(instrument, listening) };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measures.Enqueue((instrument.Name, value, Read(tags))));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measures.Enqueue((instrument.Name, value, Read(tags))));
        meters.Start();
    }

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    public void Dispose()
    {
        listener.Dispose();
        meters.Dispose();
    }

    [Fact]
    public async Task A_record_is_followed_on_one_trace_from_upload_to_index_and_found_by_its_id_in_its_transfer()
    {
        var agency = await archive.NewAgency();
        var content = Documents.Pdf("Followed all the way");
        await agency.Describes("a.pdf", PunctualArchive.Complete("15/03/2027"));
        await agency.Puts("a.pdf", content);
        await archive.Settles();
        var id = (await agency.Record(content))!.Id;

        var taken = Assert.Single(About(id, "Intake"));
        Assert.Contains(About(id, "DescribeRecord"), step => step.TraceId == taken.TraceId);
        Assert.Contains(About(id, "IndexRecord"), step => step.TraceId == taken.TraceId);

        await archive.WakesOn(new DateOnly(2030, 3, 8));
        Assert.Equal(Custody.Historical, (await agency.Record(content))!.Custody);
        Assert.NotEmpty(About(id, "EnforceDeadline"));
        var moved = Assert.Single(About(id, "MoveCustody"));
        var consignment = moved.GetTagItem(Telemetry.Consignment);
        Assert.Equal(
            ["AcceptConsignment", "MoveCustody", "PackConsignment"],
            steps.Where(step => Equals(step.GetTagItem(Telemetry.Consignment), consignment) && step.TraceId == moved.TraceId).Select(step => step.OperationName).Distinct().Order());
        Assert.Contains(About(id, "IndexRecord"), step => step.TraceId == moved.TraceId);
    }

    [Fact]
    public async Task Uploads_waiting_times_and_deadlines_are_measured()
    {
        var agency = await archive.NewAgency();
        await agency.Describes("thin.pdf", new { maintenance = "01", issuedDate = "15/03/2027", mode = "01" });
        await agency.Puts("thin.pdf", Documents.Pdf("Permanent, and not complete"));
        await agency.Puts("empty.pdf", []);
        await archive.Settles();

        Assert.Equal(1, Sum(MeasureNames.Admitted));
        var refused = Assert.Single(Of(MeasureNames.Refused), measured => Equals(measured.Tags["agency"], agency.Code.Value));
        Assert.Matches("^A-[0-9]{3}$", Assert.IsType<string>(refused.Tags["code"]));
        Assert.All(new[] { "DescribeRecord", "IndexRecord" }, function => Assert.Contains(Of(MeasureNames.QueueAge), measured => Equals(measured.Tags["function"], function)));
        Assert.NotEmpty(Of(MeasureNames.IndexLag));

        await archive.WakesOn(new DateOnly(2030, 3, 16));
        Assert.Equal(1, Sum(MeasureNames.Overdue));
        Assert.Contains(Of(MeasureNames.Due), measured => measured.Value >= 1);

        double Sum(string name) => Of(name).Where(measured => Equals(measured.Tags["agency"], agency.Code.Value)).Sum(measured => measured.Value);
    }

    private IEnumerable<System.Diagnostics.Activity> About(RecordId id, string step) =>
        steps.Where(heard => heard.OperationName == step && heard.GetTagItem(Telemetry.Records) is string ids && ids.Split(' ').Contains(id.Value));

    private IEnumerable<(string Name, double Value, Dictionary<string, object?> Tags)> Of(string name) => measures.Where(measured => measured.Name == name);

    private static void Hear(Instrument instrument, MeterListener listening)
    {
        if (instrument.Meter.Name == Telemetry.Name)
            listening.EnableMeasurementEvents(instrument);
    }

    private static Dictionary<string, object?> Read(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var read = new Dictionary<string, object?>();
        foreach (var (name, value) in tags)
            read[name] = value;
        return read;
    }
}
