using UglyToad.PdfPig.Tokens;

namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>PDF objects in one line.</summary>
internal static class Tokens
{
    public static DictionaryToken Dictionary(params IEnumerable<(string Name, IToken Value)> entries) =>
        new(entries.ToDictionary(entry => NameToken.Create(entry.Name), entry => entry.Value));

    public static ArrayToken Numbers(params double[] numbers) => new([.. numbers.Select(number => new NumericToken(Math.Round(number, 4)))]);

    /// <summary>The operators that show an XObject at a place, leaving everything else as it was.</summary>
    public static string Show(string name, double[] place) =>
        $"q {string.Join(' ', place.Select(number => Math.Round(number, 4).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)))} cm /{name} Do Q\n";
}
