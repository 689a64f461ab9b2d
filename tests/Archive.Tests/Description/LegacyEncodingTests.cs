using System.Text;
using Archive.Description;

namespace Archive.Tests.Description;

public sealed class LegacyEncodingTests
{
    private const string Vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";

    [Theory]
    [InlineData("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", LegacyKind.Tcvn3)]
    [InlineData("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc", LegacyKind.Tcvn3)]
    [InlineData("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", LegacyKind.Tcvn3)]
    [InlineData("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", LegacyKind.Vni)]
    [InlineData("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc", LegacyKind.Vni)]
    [InlineData("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", LegacyKind.Vni)]
    public void Legacy_text_is_recognised_and_converted(string legacy, string expected, LegacyKind kind)
    {
        var reading = LegacyEncoding.Detect(legacy);

        Assert.Equal(kind, reading.Kind);
        Assert.True(reading.Words >= 3 && reading.Words <= reading.OutOf);
        Assert.Equal(expected, LegacyEncoding.Convert(legacy, reading.Kind));
    }

    [Theory]
    [InlineData("Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc")]
    [InlineData("không có ông nào là cô và có bà, các cụ có trà, cháo, cà phê và súp")]
    [InlineData("The naïve café façade; its résumé © 2024 cost ½ of £30 ± 5 % at 20° « quoted »")]
    [InlineData("L'été où les élèves français étaient déjà à l'école, la façade était à côté du théâtre, où l'hôtel même fût bâti")]
    [InlineData("Größe, Übung, Fußgänger, Straße und natürlich Öl für die Bäume")]
    [InlineData("")]
    [InlineData("§ 5 ® © ½ µ ¶ · ¸")]
    public void Unicode_text_is_left_alone(string text) => Assert.Equal(LegacyKind.None, LegacyEncoding.Detect(text).Kind);

    [Fact]
    public void Decomposed_unicode_is_left_alone() =>
        Assert.Equal(LegacyKind.None, LegacyEncoding.Detect("Cộng hòa xã hội chủ nghĩa Việt Nam, không có ông nào".Normalize(NormalizationForm.FormD)).Kind);

    [Fact]
    public void All_134_letters_make_the_round_trip_through_VNI()
    {
        var letters = Marked().SelectMany(letter => new[] { letter, char.ToUpperInvariant(letter) }).ToArray();
        Assert.Equal(134, letters.Length);
        Assert.All(letters, letter => Assert.Equal($"{letter}", LegacyEncoding.Convert(ToVni(letter), LegacyKind.Vni)));
        Assert.Equal(134, letters.Select(ToVni).Distinct().Count());
    }

    [Fact]
    public void All_67_small_letters_and_the_7_capitals_of_TCVN3_have_one_code_each()
    {
        var codes = Enumerable.Range(0xa1, 0xfe - 0xa1 + 1).Select(code => (char)code).ToArray();
        var decoded = codes.Select(code => LegacyEncoding.Convert($"{code}", LegacyKind.Tcvn3)[0]).ToArray();

        Assert.Superset(Marked().Concat("ĂÂÊÔƠƯĐ").ToHashSet(), decoded.ToHashSet());
        // All have a code of their own, and only ý has the code it has in Windows-1252.
        Assert.Equal(67 + 7 - 1, codes.Zip(decoded).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void Text_without_a_kind_is_only_composed() => Assert.Equal("Hà", LegacyEncoding.Convert("Ha\u0300", LegacyKind.None));

    private static IEnumerable<char> Marked() => Vowels.Where(letter => !char.IsAscii(letter));

    /// <summary>VNI by its own rule: the letter, then the mark, each letter's quality and tone drawn as one second code.</summary>
    private static string ToVni(char letter)
    {
        var small = char.ToLowerInvariant(letter);
        var code = small switch
        {
            'đ' => "ñ", 'ơ' => "ô", 'ư' => "ö", 'ỵ' => "î", 'ỉ' => "æ", 'ĩ' => "ó", 'ị' => "ò", 'í' => "í", 'ì' => "ì",
            _ => Pair(small),
        };
        return char.IsUpper(letter) ? code.ToUpperInvariant() : code;
    }

    private static string Pair(char small)
    {
        var parts = $"{small}".Normalize(NormalizationForm.FormD);
        var quality = parts.FirstOrDefault(part => part is '\u0302' or '\u0306' or '\u031b');
        var tone = parts.FirstOrDefault(part => part is '\u0301' or '\u0300' or '\u0309' or '\u0303' or '\u0323');
        var marks = quality switch { '\u0302' => "âáàåãä", '\u0306' => "êéèúüë", _ => " ùøûõï" };
        var mark = marks["\0\u0301\u0300\u0309\u0303\u0323".IndexOf(tone, StringComparison.Ordinal)];
        var letter = quality == '\u031b' ? parts[0] == 'o' ? 'ô' : 'ö' : parts[0];
        return mark == ' ' ? $"{letter}" : $"{letter}{mark}";
    }
}
