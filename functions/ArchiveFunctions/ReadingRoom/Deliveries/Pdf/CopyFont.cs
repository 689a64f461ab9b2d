namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>
/// Liberation Serif (SIL Open Font License 1.1, see <c>Fonts/LICENSE.txt</c>): as wide as Times New Roman, which TT 05/2025 and NĐ 30/2020 ask for, with
/// every Vietnamese letter.
/// </summary>
internal static class CopyFont
{
    private static readonly byte[] Regular = Read("LiberationSerif-Regular.ttf");
    private static readonly byte[] Bold = Read("LiberationSerif-Bold.ttf");

    /// <summary>The font file.</summary>
    public static byte[] Of(bool bold) => bold ? Bold : Regular;

    private static byte[] Read(string name)
    {
        using var file = typeof(CopyFont).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
