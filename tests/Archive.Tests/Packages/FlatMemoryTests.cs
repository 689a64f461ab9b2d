using Archive.Description;
using Archive.Packages;
using Archive.Packages.Bags;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using Archive.Records;

namespace Archive.Tests.Packages;

[CollectionDefinition(nameof(FlatMemory), DisableParallelization = true)]
public sealed class FlatMemory;

/// <summary>Alone, because what other tests hold would count as held here.</summary>
[Collection(nameof(FlatMemory))]
public sealed class FlatMemoryTests(ITestOutputHelper output)
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public async Task Ten_thousand_records_are_written_holding_a_few_hundred_bytes_of_each()
    {
        var plan = Parcels.Plan(records: PackagePlan.MostRecords);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (held, written, parts, asked) = (0L, 0L, 0, 0);

        void Look()
        {
            held = Math.Max(held, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        var files = await AipWriter.WriteAsync(
            plan,
            new PackageSources(
                (id, _) =>
                {
                    asked++;
                    return Task.FromResult(Parcels.Said([.. Parcels.Complete.Where(field => field.Field != Field.Autograph), (Field.Autograph, $"{id} {new string('x', 2000)}")]));
                },
                (_, _) => Task.FromResult<IReadOnlyList<JournalEvent>>([.. Enumerable.Range(0, 10).Select(number => Parcels.Journal[0] with { Detail = $"{number} {new string('y', 500)}" })])),
            Parcels.Software,
            async (part, stop) =>
            {
                if (parts++ % 2000 == 0)
                    Look();
                await using var counted = new Discarding(8 * Megabyte, Look);
                await part.WriteTo(counted, stop);
                written += counted.Count;
            },
            TestContext.Current.CancellationToken);

        output.WriteLine($"written {written / Megabyte} MB in {parts} files, held at most {held / Megabyte} MB");
        Assert.Equal((20_000 + 13, PackagePlan.MostRecords), (files.Count, asked));
        Assert.True(written > 100 * Megabyte, $"{written}");
        Assert.True(held < 16 * Megabyte, $"{held / Megabyte} MB held");
        GC.KeepAlive(plan);
    }

    [Fact]
    public async Task A_document_of_five_gigabytes_is_packaged_without_its_bytes()
    {
        const long Size = 5L << 30;
        var film = Parcels.Record(1);
        var written = await Parcels.Written(Parcels.Plan() with { Records = [film with { Content = film.Content with { Size = Size } }] });
        Assert.Equal(Size, written.Files.Single(file => file.Content is not null).Size);
        Assert.Contains($"SIZE=\"{Size}\"", System.Text.Encoding.UTF8.GetString(written.Blobs[BlobPackage.Rep]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_is_checked_holding_a_few_kilobytes_of_each_record()
    {
        const int Records = 2000;
        var package = await BlobPackage.Of(records: Records);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var facts = await new PackageReader(package).ReadAsync(TestContext.Current.CancellationToken);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"held {held / Records} bytes a record");
        Assert.Empty(PackageRules.Check(facts, Specification.CircularAip));
        Assert.True(held < Records * 12 * 1024L, $"{held / Records} bytes a record");
        GC.KeepAlive(package);
    }

    [Fact]
    public async Task A_submission_of_ten_thousand_documents_is_checked_holding_a_few_kilobytes_of_each()
    {
        var package = Submissions.Of(PackagePlan.MostRecords);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var facts = await new PackageReader(package).ReadAsync(TestContext.Current.CancellationToken);
        Assert.Empty(PackageRules.Check(facts, Specification.CircularSip));
        package.Opened.Clear();
        var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / PackagePlan.MostRecords;
        output.WriteLine($"held {held} bytes a document");
        Assert.True(held < 12 * 1024L, $"{held} bytes a document");
        GC.KeepAlive(package);
        GC.KeepAlive(facts);
    }

    [Fact]
    public async Task Ten_thousand_documents_are_said_one_after_another_holding_a_few_hundred_bytes_of_each()
    {
        var package = await BlobPackage.Of(records: PackagePlan.MostRecords);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var dossier = (await PackageCheck.TakeAsync(package, null, TestContext.Current.CancellationToken)).Dossier;
        package.Opened.Clear();
        var (said, held) = (0, 0L);
        await foreach (var document in dossier.DocumentsAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal(++said, document.Place);
            package.Opened.Clear();
            if (said % 2500 == 0)
                held = Math.Max(held, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        output.WriteLine($"held at most {held / said} bytes a document");
        Assert.Equal(PackagePlan.MostRecords, said);
        Assert.True(held < said * 1536L, $"{held / said} bytes a document");
        GC.KeepAlive(package);
        GC.KeepAlive(dossier);
    }

    [Fact]
    public async Task A_bag_of_ten_thousand_files_is_written_and_checked_holding_a_kilobyte_or_two_of_each()
    {
        const int Files = 10_000;
        var content = new byte[10_000];
        new Random(1).NextBytes(content);
        var plan = new BagPlan("bag", [.. Enumerable.Range(1, Files).Select(number => new BagContent($"tài liệu/{number}.bin", content.Length, null, _ => Task.FromResult<Stream>(new MemoryStream(content))))], [], new DateOnly(2026, 5, 20));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var held = 0L;
        void Look()
        {
            held = Math.Max(held, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        await using var counted = new Reading.ForwardOnly(null, Look);
        await BagWriter.WriteZipAsync(plan, counted, TestContext.Current.CancellationToken);
        output.WriteLine($"written {counted.Count / Megabyte} MB, held {held / Files} bytes a file");
        Assert.True(counted.Count > 90 * Megabyte, $"{counted.Count}");
        Assert.True(held < Files * 2048L, $"{held / Files} bytes a file written");

        using var zip = new MemoryStream();
        await BagWriter.WriteZipAsync(plan, zip, TestContext.Current.CancellationToken);
        before = GC.GetTotalMemory(forceFullCollection: true);
        await using var package = Assert.IsType<PackageOpening.Opened>(await Reading.Openings.Open(zip)).Package;
        var facts = await BagReader.ReadAsync(package, null, TestContext.Current.CancellationToken);
        held = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"read holding {held / Files} bytes a file");
        Assert.Empty(BagCheck.Report(facts).Findings);
        Assert.True(held < Files * 3072L, $"{held / Files} bytes a file read");
    }

    /// <summary>Takes bytes and keeps none; looks at the memory held once in so many.</summary>
    private sealed class Discarding(long every, Action look) : MemoryStream
    {
        public long Count { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Count / every != (Count + buffer.Length) / every)
                look();
            Count += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
