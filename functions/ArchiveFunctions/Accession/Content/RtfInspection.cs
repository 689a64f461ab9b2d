using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Accession.Content;

/// <summary>Whether an RTF carries a control or a packaged file, the two ways it has brought programs along.</summary>
internal static class RtfInspection
{
    private const int Window = 256 << 10;
    private const int Overlap = 64;

    /// <summary>The verdict on an RTF.</summary>
    public static async Task<ContentVerdict> InspectAsync(CheckedFile file, FormatIdentity format, CancellationToken budget)
    {
        await using var stream = await file.Open(budget);
        var bytes = new byte[Window + Overlap];
        var kept = 0;
        for (int read; (read = await stream.ReadAtLeastAsync(bytes.AsMemory(kept, Window), Window, throwOnEndOfStream: false, budget)) > 0;)
        {
            var filled = kept + read;
            if (Active(bytes.AsSpan(0, filled)) is { } what)
                return file.With(format, FindingCodes.ActiveContent, what);

            kept = Math.Min(Overlap, filled);
            bytes.AsSpan(filled - kept, kept).CopyTo(bytes);
        }

        return CheckedFile.Sound(format);
    }

    /// <summary>The class name of a packaged file stands in the object data in hexadecimal: <c>Package</c> and a zero.</summary>
    private static string? Active(ReadOnlySpan<byte> window) =>
        window.IndexOf(@"\objocx"u8) >= 0 ? "objocx"
        : window.IndexOf(@"\objupdate"u8) >= 0 ? "objupdate"
        : window.IndexOf("5061636b61676500"u8) >= 0 || window.IndexOf("5061636B61676500"u8) >= 0 ? "Package"
        : null;
}
