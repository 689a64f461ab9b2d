using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Accession.Content;
using ArchiveFunctions.Description;

namespace ArchiveFunctions.Tests.Samples;

/// <summary>A sample as the archive reads it, from its bytes on.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Document">What one pass over its content gave.</param>
/// <param name="Statements">What its pages say.</param>
public sealed record SampleReading(SampleRecord Sample, DocumentReading Document, IReadOnlyList<Statement> Statements)
{
    private static readonly Lazy<Task<IReadOnlyList<SampleReading>>> Once = new(ReadAllAsync);

    /// <summary>All samples, read once.</summary>
    public static Task<IReadOnlyList<SampleReading>> All => Once.Value;

    /// <summary>The findings of describing it beside its sidecar.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        List<Statement> document = [.. Statements, .. Document.PageCount is { } pages ? [new Statement(Field.NumberOfPage, $"{pages}", StatementSource.Document, 1, "file")] : Array.Empty<Statement>()];
        return DescriptionMerge.Merge(Depositor(), document, Document.Findings).Findings;
    }

    private IReadOnlyList<Statement> Depositor()
    {
        if (Sample.SidecarPath is null)
            return [];
        var sidecar = SampleRecords.Bytes(Sample.SidecarPath);
        var read = Sample.Sidecar == "json" ? Sidecar.Parse(sidecar) : EdXml.Parse(sidecar);
        return ((SidecarReading.Read)read).Statements;
    }

    private static async Task<IReadOnlyList<SampleReading>> ReadAllAsync()
    {
        var readings = new List<SampleReading>();
        foreach (var sample in SampleRecords.All)
            readings.Add(await ReadAsync(sample));
        return readings;
    }

    private static async Task<SampleReading> ReadAsync(SampleRecord sample)
    {
        const int Window = 64 << 10;
        var content = sample.Content();
        var (head, tail) = (content.AsMemory(0, Math.Min(content.Length, Window)), content.AsMemory(Math.Max(0, content.Length - Window)));
        var checking = new ContentCheck(TimeProvider.System);
        var verdict = await checking.CheckAsync(_ => Task.FromResult<Stream>(new MemoryStream(content)), head, tail, content.Length, sample.Name, CancellationToken.None);
        var document = await new DocumentReader(TimeProvider.System, LegacyText.ToUnicode).ReadAsync(new MemoryStream(content), content.Length, verdict.Format, CancellationToken.None);
        return new SampleReading(sample, document, PageReading.Read(document.Pages));
    }
}
