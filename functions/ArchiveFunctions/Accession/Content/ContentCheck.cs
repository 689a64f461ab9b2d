using System.Globalization;
using Archive.Description;
using Archive.Description.Formats;
using Archive.Records;
using ArchiveFunctions.Description;

namespace ArchiveFunctions.Accession.Content;

/// <summary>
/// Says what an upload is and whether it may be kept: no program, nothing active, nothing locked, nothing broken, nothing that grows without
/// measure when it is opened. Total: any bytes give a verdict; an exception means that the storage failed or the caller stopped. Nothing is
/// written to disk and no large file is held in memory.
/// </summary>
public sealed class ContentCheck(TimeProvider clock, ContentLimits? limits = null)
{
    /// <summary>
    /// A file decides how much is wrong with it, and names what is: without a bound its findings would fit into no table row, and it could be
    /// neither admitted nor refused.
    /// </summary>
    private const int MostFindings = 50;
    private const int LongestQuoted = 300;

    private readonly ContentLimits limits = limits ?? ContentLimits.Default;

    /// <summary>Checks a file.</summary>
    /// <param name="openSeekable">Opens the content for reading from any place; may be called more than once.</param>
    /// <param name="head">The first bytes, 64 KB where there are as many.</param>
    /// <param name="tail">The last bytes, 64 KB where there are as many.</param>
    /// <param name="size">Of the whole, in bytes.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="stop">Ends the check with <see cref="OperationCanceledException"/>; the time limit ends it with a finding instead.</param>
    public async Task<ContentVerdict> CheckAsync(
        Func<CancellationToken, Task<Stream>> openSeekable,
        ReadOnlyMemory<byte> head,
        ReadOnlyMemory<byte> tail,
        long size,
        string name,
        CancellationToken stop)
    {
        using var budget = new Budget(limits.Time, clock, stop);
        var file = new CheckedFile(openSeekable, head, tail, size, name);
        var outside = FormatIdentification.Identify(head.Span, tail.Span, name);
        var inside = await InspectAsync(file, outside, budget);
        return inside with { Findings = [.. Judge(file, inside.Format).Concat(inside.Findings).Take(MostFindings).Select(Quoted)] };
    }

    private static Finding Quoted(Finding finding) => finding with { Where = Cut(finding.Where), Values = [.. finding.Values.Select(Cut)] };

    private static string Cut(string text) => text.Length <= LongestQuoted ? text : text[..LongestQuoted] + "…";

    private async Task<ContentVerdict> InspectAsync(CheckedFile file, FormatIdentity format, Budget budget)
    {
        try
        {
            return await InspectAsync(file, format, budget.Token);
        }
        catch (OperationCanceledException) when (budget.Spent)
        {
            return file.With(format, FindingCodes.CheckingTookTooLong, ((long)limits.Time.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }
    }

    private Task<ContentVerdict> InspectAsync(CheckedFile file, FormatIdentity format, CancellationToken budget) => format switch
    {
        { Family: FormatFamily.Pdf } => new PdfInspection(limits).InspectAsync(file, format, budget),
        { Family: FormatFamily.Image } => new ImageInspection(limits).InspectAsync(file, format, budget),
        { Family: FormatFamily.Markup } => MarkupInspection.InspectAsync(file, format, budget),
        { MediaType: "application/rtf" } => RtfInspection.InspectAsync(file, format, budget),
        { MediaType: "application/zip" } => new ZipInspection(limits).InspectAsync(file, format, budget),
        _ when OleInspection.Is(file.Head.Span) => OleInspection.InspectAsync(file, format, budget),
        _ => Task.FromResult(CheckedFile.Sound(format)),
    };

    /// <summary>What can be said without opening it.</summary>
    private static IEnumerable<Finding> Judge(CheckedFile file, FormatIdentity format)
    {
        if (TestVirus.IsIn(file.Head.Span) || TestVirus.IsIn(file.Tail.Span))
            yield return Finding.Of(FindingCodes.Malware, file.Name);
        if (format.Family == FormatFamily.Unknown)
            yield return Finding.Of(FindingCodes.UnknownFormat, file.Name);
        if (format.Family == FormatFamily.Executable)
            yield return Finding.Of(FindingCodes.Executable, file.Name, format.Name);
        if (format.Family == FormatFamily.Package)
            yield return Finding.Of(FindingCodes.PackageNotTaken, file.Name, format.Name);
        if (!FormatIdentification.NameAgrees(format, file.Name))
            yield return Finding.Of(FindingCodes.NameContentMismatch, file.Name, format.Name, Path.GetExtension(file.Name));
    }
}
