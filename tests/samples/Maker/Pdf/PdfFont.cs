using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SampleMaker.Typography;

namespace SampleMaker.Pdf;

/// <summary>A font embedded as a subset, with the map back to Unicode that makes the text real text.</summary>
internal static class PdfFont
{
    /// <summary>Adds the font and gives its number.</summary>
    public static int Add(PdfObjects pdf, FontSubset subset)
    {
        var file = subset.ToFile();
        var name = $"{Tag(file)}+{subset.Font.Name}";
        var program = pdf.AddStream(file, string.Create(CultureInfo.InvariantCulture, $"/Length1 {file.Length}"));
        var isItalic = name.Contains("Italic", StringComparison.Ordinal);
        var descriptor = pdf.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{name} /Flags {(isItalic ? 68 : 4)} /FontBBox [-180 -310 1300 1010] /ItalicAngle {(isItalic ? -16 : 0)} /Ascent 891 /Descent -216 /CapHeight 655 /StemV {(name.Contains("Bold", StringComparison.Ordinal) ? 140 : 80)} /FontFile2 {program} 0 R >>"));
        var descendant = pdf.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /FontDescriptor {descriptor} 0 R /DW 500 /W [{Widths(subset)}] >>"));
        var unicode = pdf.AddStream(Encoding.ASCII.GetBytes(ToUnicode(subset)));
        return pdf.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>"));
    }

    /// <summary>Six capitals that tell subsets apart.</summary>
    private static string Tag(byte[] file) => string.Concat(SHA256.HashData(file)[..6].Select(value => (char)('A' + (value % 26))));

    private static string Widths(FontSubset subset) => string.Join(' ', subset.Letters.Select(letter => string.Create(
        CultureInfo.InvariantCulture,
        $"{subset.Number(letter)} [{subset.Font.Advance(subset.Font.Glyph(letter)) * 1000.0 / subset.Font.UnitsPerEm:0.##}]")));

    private static string ToUnicode(FontSubset subset)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n")
            .Append("1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var block in subset.Letters.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var letter in block)
                map.Append(CultureInfo.InvariantCulture, $"<{subset.Number(letter):X4}> <{(int)letter:X4}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end\n").ToString();
    }
}
