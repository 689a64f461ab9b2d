using System.Globalization;
using System.Text;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using EmbeddedHost.Hosting;

namespace EmbeddedHost.Packages;

/// <summary>The command <c>check</c>: reads a package, starts nothing, asks nobody, and says what the archive will say of it.</summary>
internal static class PackageCheckRun
{
    private const int Valid = 0;
    private const int Invalid = 1;
    private const int Unreadable = 2;

    /// <summary>Checks a package and writes the report to <paramref name="output"/>.</summary>
    /// <returns>The exit code: 0 valid, 1 not valid, 2 where there is nothing that can be read, with one line on <paramref name="errors"/>.</returns>
    public static async Task<int> RunAsync(PackageCheckOptions options, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        try
        {
            var report = await CheckAsync(options, stop);
            await output.WriteAsync(options.Json ? Encoding.UTF8.GetString(ReportJson.Of(report)) : Text(report));
            return report.Verdict == PackageVerdict.Valid ? Valid : Invalid;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(e.Message);
            return Unreadable;
        }
    }

    private static async Task<PackageReport> CheckAsync(PackageCheckOptions options, CancellationToken stop)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Path)));
        if (Directory.Exists(options.Path))
            return await CheckAsync(PackageOpener.OpenFolder(options.Path, PackageLimits.Default), name, options.Specification, stop);

        await using var packed = new FileStream(options.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.Asynchronous);
        var workArea = Directory.CreateTempSubdirectory("package-check-");
        try
        {
            return await CheckAsync(await PackageOpener.OpenAsync(packed, workArea.FullName, PackageLimits.Default, stop), name, options.Specification, stop);
        }
        finally
        {
            workArea.Delete(recursive: true);
        }
    }

    private static async Task<PackageReport> CheckAsync(PackageOpening opening, string name, Specification? asked, CancellationToken stop)
    {
        await using var package = (opening as PackageOpening.Opened)?.Package;
        return await PackageVerification.CheckAsync(opening, name, asked, stop);
    }

    /// <summary>A line for each finding, then what it came to.</summary>
    private static string Text(PackageReport report)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            text.Append(finding.Level.ToString().ToUpperInvariant()).Append(' ').Append(finding.RuleId).Append(' ')
                .Append(TerminalText.Visible($"{finding.File} {finding.Where}: {finding.Found} (expected: {finding.Expected})")).Append('\n');
        }

        var counts = report.Findings.CountBy(finding => finding.Level).OrderBy(level => level.Key).Select(level => $"{level.Value} {level.Key.ToString().ToUpperInvariant()}");
        var verdict = report switch
        {
            { Verdict: PackageVerdict.Valid } => "Valid",
            { Bag.IsComplete: true } => "Complete, not valid",
            _ => "Not valid",
        };
        return text.Append(CultureInfo.InvariantCulture, $"{verdict}: {TerminalText.Visible(report.Name)}, {report.Specification?.Code ?? "not opened"}, {report.Files} files, {report.Bytes} bytes; ")
            .Append(report.Findings.Count == 0 ? "no findings" : $"findings: {string.Join(", ", counts)}").Append(".\n").ToString();
    }
}
