using System.Buffers.Binary;
using Archive.Description;
using Archive.Description.Formats;
using Archive.Records;
using ArchiveFunctions.Description;

namespace ArchiveFunctions.Accession.Content;

/// <summary>Opens an OLE2 file (Word, Excel, PowerPoint before 2007; locked documents of today; installers) by its directory.</summary>
internal static class OleInspection
{
    private static readonly HashSet<string> MacroNames = new(["VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the bytes begin an OLE2 file.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>The verdict on an OLE2 file.</summary>
    public static async Task<ContentVerdict> InspectAsync(CheckedFile file, FormatIdentity format, CancellationToken budget)
    {
        await using var stream = await file.Open(budget);
        try
        {
            var entries = await OleDirectory.ReadAsync(stream, budget);
            var identified = FormatIdentification.IdentifyOle([.. entries.Select(entry => entry.Name)], file.Name);
            return new(identified, [.. await JudgeAsync(file, stream, entries, identified, budget)]);
        }
        catch (Exception problem) when (Damage.Explains(problem))
        {
            return file.Damaged(format, problem.Message);
        }
    }

    private static async Task<IEnumerable<Finding>> JudgeAsync(
        CheckedFile file, Stream stream, IReadOnlyList<OleEntry> entries, FormatIdentity format, CancellationToken budget)
    {
        var found = new List<Finding>();
        if (await IsLockedAsync(stream, entries, budget))
            found.Add(Finding.Of(FindingCodes.Encrypted, file.Name, format.Name));
        if (entries.FirstOrDefault(entry => MacroNames.Contains(entry.Name)) is { } macro)
            found.Add(Finding.Of(FindingCodes.ActiveContent, file.Name, macro.Name));
        foreach (var entry in entries.Where(entry => entry is { Name: "\u0001Ole10Native", Offset: >= 0 }))
        {
            if (PackagedPrograms.FindIn(await stream.ReadAtAsync(entry.Offset, 512, budget)) is { } program)
                found.Add(Finding.Of(FindingCodes.ActiveContent, file.Name, program));
        }

        return found;
    }

    /// <summary>Word has a bit for it in its header, Excel a record, PowerPoint a stream.</summary>
    private static async Task<bool> IsLockedAsync(Stream stream, IReadOnlyList<OleEntry> entries, CancellationToken budget)
    {
        foreach (var entry in entries)
        {
            if (entry.Name is "EncryptedSummary" or "EncryptedPackage")
                return true;
            if (entry is { Name: "WordDocument" or "Workbook" or "Book", Offset: >= 0 }
                && IsLocked(entry.Name, await stream.ReadAtAsync(entry.Offset, 512, budget)))
                return true;
        }

        return false;
    }

    private static bool IsLocked(string name, ReadOnlySpan<byte> start)
    {
        const int FilePass = 0x2F;
        if (name == "WordDocument")
            return start.Length > 11 && (start[11] & 1) != 0;

        for (var at = 0; at + 4 <= start.Length; at += 4 + BinaryPrimitives.ReadUInt16LittleEndian(start[(at + 2)..]))
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(start[at..]) == FilePass)
                return true;
        }

        return false;
    }
}
