using Archive.Packages.Messages;
using Archive.Records;

namespace Archive.Packages.Reading;

/// <summary>
/// Opens packages of any kind that agencies send: ZIP, tar, tar.gz, edXML messages, told by their bytes and not by their names, folders, and files that
/// lie by themselves. Everything about the names and the layout is judged here, before any file of the package is unpacked; archive files within it are
/// content and stay closed.
/// </summary>
public static class PackageOpener
{
    private const int HeadBytes = 4096;

    /// <summary>Judges a folder's names; links in it are refused, wherever they lead.</summary>
    public static PackageOpening OpenFolder(string folder, PackageLimits limits) => Judged(() => OpenedFolder.Open(folder, limits));

    /// <summary>Judges the names of files that lie by themselves.</summary>
    public static PackageOpening OpenParts(IReadOnlyList<PackageFilePart> parts, PackageLimits limits) => Judged(() => OpenedParts.Open(parts, limits));

    /// <summary>Opens an archive file.</summary>
    /// <param name="packed">Its bytes, seekable; its owner closes it after the package.</param>
    /// <param name="workArea">A folder for what a tar.gz or the attachments of a message unpack to; to be deleted after the package is disposed of.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="stop">Ends the opening.</param>
    public static async Task<PackageOpening> OpenAsync(Stream packed, string workArea, PackageLimits limits, CancellationToken stop)
    {
        try
        {
            var head = await packed.StretchAsync(0, (int)Math.Min(HeadBytes, packed.Length), stop);
            return new PackageOpening.Opened(await OpenAsync(packed, head, workArea, limits, stop));
        }
        catch (PackageBrokenException broken)
        {
            return new PackageOpening.Refused(broken.Finding);
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or OverflowException)
        {
            // What readers throw of bytes that make no sense.
            return new PackageOpening.Refused(Finding.Of(FindingCodes.Damaged, "", problem.GetType().Name));
        }
    }

    private static PackageOpening Judged(Func<OpenedPackage> open)
    {
        try
        {
            return new PackageOpening.Opened(open());
        }
        catch (PackageBrokenException broken)
        {
            return new PackageOpening.Refused(broken.Finding);
        }
    }

    private static async Task<OpenedPackage> OpenAsync(Stream packed, byte[] head, string workArea, PackageLimits limits, CancellationToken stop)
    {
        if (head.AsSpan().StartsWith("PK\x03\x04"u8) || head.AsSpan().StartsWith("PK\x05\x06"u8))
            return await OpenedZip.OpenAsync(packed, limits, stop);
        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return await OpenGzipAsync(packed, workArea, limits, stop);
        if (TarHeader.Is(head))
            return await OpenedTar.OpenAsync(packed, null, limits, stop);
        if (MessageSplit.RootOf(head) is { } root && MessageNames.IsOne(root, MessageNames.Roots))
            return await OpenedMessage.OpenAsync(packed, workArea, limits, stop);
        throw new PackageBrokenException(FindingCodes.PackageNotRecognised, "");
    }

    private static async Task<OpenedTar> OpenGzipAsync(Stream packed, string workArea, PackageLimits limits, CancellationToken stop)
    {
        var spool = await GzipSpool.UnpackAsync(packed, workArea, limits, stop);
        try
        {
            return await OpenedTar.OpenAsync(spool, spool, limits, stop);
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }
}
