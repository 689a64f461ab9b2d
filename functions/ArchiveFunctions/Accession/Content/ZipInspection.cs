using System.IO.Compression;
using System.IO.Hashing;
using Archive.Description;
using Archive.Description.Formats;
using Archive.Packages.Reading;
using Archive.Records;

namespace ArchiveFunctions.Accession.Content;

/// <summary>
/// Opens a ZIP container: what it is, whether it unpacks to what it says, and what lies in it. Its directory is judged before it is read, its
/// entries before they are unpacked, and each one is unpacked into nothing while it is counted and its checksum taken.
/// </summary>
internal sealed class ZipInspection(ContentLimits limits)
{
    private const int DirectoryBytes = 16 << 20;
    private const int RatioCountsFrom = 32 << 20;
    private const int NestedInMemory = 32 << 20;

    private long unpacked;

    /// <summary>The verdict on a ZIP container.</summary>
    public async Task<ContentVerdict> InspectAsync(CheckedFile file, FormatIdentity format, CancellationToken budget)
    {
        await using var stream = await file.Open(budget);
        return await InspectAsync(stream, file, format, 1, budget);
    }

    private Task<ContentVerdict> InspectAsync(Stream stream, CheckedFile file, FormatIdentity format, int depth, CancellationToken budget) =>
        GuardAsync(file, depth == 1 ? FormatIdentification.IdentifyCutContainer(file.Head.Span) : format, async () =>
        {
            if (depth > limits.Depth)
                throw new DecompressedTooMuchException($"{depth} levels");

            await JudgeDirectoryAsync(stream, budget);
            await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, budget);
            var container = await ZipContainer.ReadAsync(zip, budget);
            return await GuardAsync(file, container.Format, () => InspectAsync(zip, container, file, depth, budget));
        });

    /// <summary>Turns what the bytes made a reader throw into a verdict on the format known by then.</summary>
    private static async Task<ContentVerdict> GuardAsync(CheckedFile file, FormatIdentity format, Func<Task<ContentVerdict>> inspect)
    {
        try
        {
            return await inspect();
        }
        catch (DecompressedTooMuchException problem)
        {
            return file.With(format, FindingCodes.DecompressionBomb, problem.Message);
        }
        catch (Exception problem) when (Damage.Explains(problem))
        {
            return file.Damaged(format, problem.GetType().Name);
        }
    }

    private async Task JudgeDirectoryAsync(Stream stream, CancellationToken budget)
    {
        var end = await ZipDirectoryEnd.ReadAsync(stream, budget) ?? throw new InvalidDataException("No directory.");
        if (end.Entries > (ulong)limits.Entries || end.Bytes > DirectoryBytes)
            throw new DecompressedTooMuchException($"{end.Entries} entries");
    }

    private async Task<ContentVerdict> InspectAsync(ZipArchive zip, ZipContainer container, CheckedFile file, int depth, CancellationToken budget)
    {
        JudgeDeclared(zip, file.Size);
        if (container.Format.Family == FormatFamily.Executable)
            return CheckedFile.Sound(container.Format);
        if (zip.Entries.FirstOrDefault(entry => entry.IsEncrypted) is { } locked)
            return new(container.Format, [Finding.Of(FindingCodes.Encrypted, $"{file.Name}!/{locked.FullName}", container.Format.Name)]);

        var findings = new List<Finding>(container.Judge(file.Name));
        foreach (var entry in zip.Entries.Where(entry => entry.Length > 0))
            findings.AddRange(await UnpackAsync(entry, file.Name, container, depth, budget));

        return new(container.Format, findings);
    }

    private void JudgeDeclared(ZipArchive zip, long size)
    {
        var declared = zip.Entries.Sum(entry => Math.Max(0, entry.Length));
        if (unpacked + declared > limits.UnpackedBytes || (declared > RatioCountsFrom && declared / Math.Max(1, size) > limits.Ratio))
            throw new DecompressedTooMuchException($"{declared} bytes");
    }

    private async Task<IEnumerable<Finding>> UnpackAsync(ZipArchiveEntry entry, string fileName, ZipContainer container, int depth, CancellationToken budget)
    {
        var place = $"{fileName}!/{entry.FullName}";
        await using var content = await entry.OpenAsync(budget);
        var head = new byte[(int)Math.Min(entry.Length, ZipContainer.Kept(entry))];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, budget);
        await VerifyAsync(entry, content, head.AsMemory(0, read), budget);

        if (FormatIdentification.Identify(head.AsSpan(0, read), default, entry.Name) is not { MediaType: "application/zip" } nested)
            return container.JudgeEntry(head.AsSpan(0, read), entry.FullName, place);
        if (depth + 1 > limits.Depth)
            throw new DecompressedTooMuchException($"{depth + 1} levels");
        if (entry.Length > NestedInMemory)
            return [Finding.Of(FindingCodes.DecompressionBomb, place, $"{entry.Length} bytes")];

        var inner = await InnerAsync(entry, budget);
        var verdict = await InspectAsync(new MemoryStream(inner), new(file => throw new NotSupportedException(), default, default, inner.Length, place), nested, depth + 1, budget);
        return verdict.Format.Family == FormatFamily.Executable ? [.. verdict.Findings, container.Program(place, verdict.Format)] : verdict.Findings;
    }

    /// <summary>Unpacks the rest into nothing. What comes out must be as long as declared and have the declared checksum.</summary>
    private async Task VerifyAsync(ZipArchiveEntry entry, Stream content, ReadOnlyMemory<byte> head, CancellationToken budget)
    {
        var checksum = new Crc32();
        checksum.Append(head.Span);
        long length = head.Length;
        var window = new byte[64 << 10];
        for (int read; (read = await content.ReadAsync(window, budget)) > 0;)
        {
            checksum.Append(window.AsSpan(0, read));
            length += read;
            if (length > entry.Length || unpacked + length > limits.UnpackedBytes)
                throw new DecompressedTooMuchException($"{length} bytes");
        }

        unpacked += length;
        if (length != entry.Length || checksum.GetCurrentHashAsUInt32() != entry.Crc32)
            throw new InvalidDataException("An entry is not what the directory says.");
    }

    private static async Task<byte[]> InnerAsync(ZipArchiveEntry entry, CancellationToken budget)
    {
        await using var content = await entry.OpenAsync(budget);
        var bytes = new byte[entry.Length];
        await content.ReadExactlyAsync(bytes, budget);
        return bytes;
    }
}
