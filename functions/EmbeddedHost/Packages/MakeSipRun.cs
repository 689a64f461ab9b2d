using System.Globalization;
using System.IO.Compression;
using System.Text;
using Archive.Packages;
using Archive.Packages.Submitting;
using EmbeddedHost.Hosting;

namespace EmbeddedHost.Packages;

/// <summary>The command <c>make-sip</c>: files and a table become a submission package that the archive's check finds nothing in.</summary>
internal static class MakeSipRun
{
    private const int Made = 0;
    private const int Mistaken = 1;
    private const int Unusable = 2;
    private const string Unfinished = ".unfinished";

    private static readonly PackagingSoftware Software = new("ArchiveFunctions make-sip", typeof(MakeSipRun).Assembly.GetName().Version!.ToString(3));

    /// <summary>Makes the package and says what it is on <paramref name="output"/>; what is to be mended is said line by line on <paramref name="errors"/>.</summary>
    /// <returns>The exit code: 0 made, 1 the table is to be mended, 2 nothing that can be read or written.</returns>
    public static async Task<int> RunAsync(MakeSipOptions options, TimeProvider clock, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        try
        {
            var rows = await SheetFile.ReadAsync(options.Sheet, stop);
            var outcome = SubmissionSheet.Read(rows, new SubmissionSaid(options.Agency, options.AgencyName, options.Submission));
            var folder = FileFolder.Of(options.Files);
            var mistakes = outcome is SheetOutcome.Planned { Plan: var plan } ? folder.Missing(plan) : ((SheetOutcome.Mistaken)outcome).Mistakes;
            if (mistakes.Count > 0)
            {
                foreach (var mistake in mistakes)
                    await errors.WriteLineAsync(TerminalText.Visible(mistake.ToString()));
                return Mistaken;
            }

            plan = ((SheetOutcome.Planned)outcome).Plan;
            foreach (var unnamed in folder.Unnamed(plan))
                await errors.WriteLineAsync(TerminalText.Visible($"Note: {unnamed} is in the folder and not in the table."));
            var files = await WriteAsync(plan, folder, options.Out, clock.GetUtcNow(), stop);
            await output.WriteLineAsync(TerminalText.Visible(string.Create(CultureInfo.InvariantCulture, $"Made: {plan.ObjectId}, {plan.FileCode}, {plan.Documents.Count} documents, {files.Sum(file => file.Size)} bytes, in {options.Out}.")));
            return Made;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await errors.WriteLineAsync(TerminalText.Visible(e.Message));
            return Unusable;
        }
    }

    /// <summary>A ZIP gets its name when it is whole; what stopped half-way is plainly unfinished. Nothing is written over.</summary>
    private static async Task<IReadOnlyList<PackageFile>> WriteAsync(SubmissionPlan plan, FileFolder folder, string path, DateTimeOffset now, CancellationToken stop)
    {
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            var home = Path.Combine(path, plan.ObjectId);
            if (Directory.Exists(home))
                throw new IOException($"{home} is there already.");
            return await SipWriter.WriteAsync(plan, now, Software, folder.OpenAsync, (part, storing) => StoreAsync(home, part, storing), stop);
        }

        if (File.Exists(path))
            throw new IOException($"{path} is there already.");
        IReadOnlyList<PackageFile> files;
        await using (var target = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 17, FileOptions.Asynchronous))
        await using (var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop))
            files = await SipWriter.WriteAsync(plan, now, Software, folder.OpenAsync, (part, storing) => StoreAsync(zip, $"{plan.ObjectId}/{part.Path}", part, now, storing), stop);
        File.Move(path + Unfinished, path);
        return files;
    }

    private static async Task StoreAsync(string home, PackagePart part, CancellationToken stop)
    {
        var file = Path.Combine(home, part.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 17, FileOptions.Asynchronous);
        await part.WriteTo(target, stop);
    }

    private static async Task StoreAsync(ZipArchive zip, string name, PackagePart part, DateTimeOffset now, CancellationToken stop)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = now;
        await using var target = await entry.OpenAsync(stop);
        await part.WriteTo(target, stop);
    }
}
