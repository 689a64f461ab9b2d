using System.Diagnostics;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using Benchmarks.Measuring;

namespace Benchmarks.Packages;

/// <summary>
/// Checking bags. Large ones beside sha256sum over the same files, which lie in the system's cache for both sides; beside OpenSSL, which uses the
/// processor's own instructions as the archive does and some builds of sha256sum do not; and beside the Python library. What is not installed is left
/// out. One of ten thousand files by the memory it takes.
/// </summary>
internal static class PackagesBenchmark
{
    private const int FileBytes = 32 << 20;
    private const int SmallFiles = 10_000;
    private const int SmallBytes = 9 << 10;
    private const string OpenSsl = "openssl";
    private const string Python = "bagit.py";

    public static async Task<string> RunAsync(Extent extent, CancellationToken stop)
    {
        var rounds = extent == Extent.Full ? 7 : 5;
        var files = (extent == Extent.Full ? 2048 : 256) / (FileBytes >> 20);
        var table = new Table(["bag", "against", "archive", "its rate", .. SideBySide.Columns]);
        using (var folder = new TemporaryFolder())
        {
            var bag = await MadeBag.AsFolderAsync(folder.Path, files, FileBytes, shaOnly: true, stop);
            var name = $"{bag.Bytes >> 20} MB, sha256";
            table.Add([name, "sha256sum", .. await MeasureAsync(bag, rounds, () => ChecksumTool.RunAsync("sha256sum", bag.Payload, stop), stop)]);
            if (await ChecksumTool.IsInstalledAsync(OpenSsl, stop))
                table.Add([name, $"{OpenSsl} dgst -sha256", .. await MeasureAsync(bag, rounds, () => ChecksumTool.RunAsync(OpenSsl, ["dgst", "-sha256", .. bag.Payload], stop), stop)]);
            if (await ChecksumTool.IsInstalledAsync(Python, stop))
                table.Add([name, Python, .. await MeasureAsync(bag, rounds, () => ChecksumTool.RunAsync(Python, ["--validate", bag.Folder], stop), stop)]);
        }

        using (var folder = new TemporaryFolder())
        {
            var bag = await MadeBag.AsFolderAsync(folder.Path, files, FileBytes, shaOnly: false, stop);
            table.Add([$"{bag.Bytes >> 20} MB, sha256 and sha512", "sha256sum, sha512sum", .. await MeasureAsync(bag, rounds, Both, stop)]);

            async Task Both()
            {
                await ChecksumTool.RunAsync("sha256sum", bag.Payload, stop);
                await ChecksumTool.RunAsync("sha512sum", bag.Payload, stop);
            }
        }

        return $"{table}{await MissingAsync(stop)}\n{await MemoryAsync(stop)}";
    }

    private static async Task<string> MissingAsync(CancellationToken stop)
    {
        var missing = "";
        foreach (var program in new[] { OpenSsl, Python })
            missing += await ChecksumTool.IsInstalledAsync(program, stop) ? "" : $"Not compared: {program} is not installed.\n";
        return missing;
    }

    private static async Task<string[]> MeasureAsync(MadeBag bag, int rounds, Func<Task> other, CancellationToken stop)
    {
        async Task<double> Rate(Func<Task> work)
        {
            var began = Stopwatch.GetTimestamp();
            await work();
            return bag.Bytes / 1e6 / Stopwatch.GetElapsedTime(began).TotalSeconds;
        }

        var measured = await SideBySide.InTurnsAsync(rounds, () => Rate(() => CheckAsync(PackageOpener.OpenFolder(bag.Folder, PackageLimits.Default), stop)), () => Rate(other));
        return [$"{Figures.Brief(measured.Ours.Median())} MB/s", $"{Figures.Brief(measured.Yardstick.Median())} MB/s", .. measured.Cells];
    }

    /// <summary>What the process holds while it checks, above what it holds anyway.</summary>
    private static async Task<string> MemoryAsync(CancellationToken stop)
    {
        if (!OperatingSystem.IsLinux())
            return "Memory is measured on Linux only.\n";

        using var folder = new TemporaryFolder();
        var bag = await MadeBag.AsFolderAsync(folder.Path, SmallFiles, SmallBytes, shaOnly: false, stop);
        var zip = Path.Combine(folder.Path, "bag.zip");
        await MadeBag.AsZipAsync(zip, SmallFiles, SmallBytes, stop);
        var table = new Table("bag", "files/s", "before MB", "peak MB");
        table.Add(["10,000 files in a folder", .. await PeakAsync(() => Task.FromResult(PackageOpener.OpenFolder(bag.Folder, PackageLimits.Default)), stop)]);
        await using var packed = File.OpenRead(zip);
        table.Add(["10,000 files in a ZIP", .. await PeakAsync(() => PackageOpener.OpenAsync(packed, folder.Path, PackageLimits.Default, stop), stop)]);
        return table.ToString();
    }

    private static async Task<string[]> PeakAsync(Func<Task<PackageOpening>> open, CancellationToken stop)
    {
        ResidentMemory.ForgetPeak();
        var (before, began) = (ResidentMemory.Megabytes(), Stopwatch.GetTimestamp());
        await CheckAsync(await open(), stop);
        return [Figures.Brief(SmallFiles / Stopwatch.GetElapsedTime(began).TotalSeconds), $"{before}", $"{ResidentMemory.PeakMegabytes()}"];
    }

    private static async Task CheckAsync(PackageOpening opening, CancellationToken stop)
    {
        if (opening is not PackageOpening.Opened { Package: var package })
            throw new InvalidOperationException($"The bag was refused: {opening}");

        await using (package)
        {
            var report = await PackageCheck.CheckAsync(package, Specification.Bag10, stop);
            if (report is not { Bag.IsValid: true })
                throw new InvalidOperationException($"The bag is not valid: {report.Findings[0]}");
        }
    }
}
