using System.Globalization;
using System.Text;
using Archive.Description;
using Archive.Packages;
using Archive.Packages.Rules;
using Archive.Packages.Submitting;
using Archive.Tests.Description;
using CsCheck;

namespace Archive.Tests.Packages;

/// <summary>A submission drawn at random, with its documents' bytes: everything a data set has is in it somewhere, at some length, or left out.</summary>
/// <param name="Plan">The submission.</param>
/// <param name="Contents">The documents' bytes, in their order; no two the same.</param>
internal sealed record Submitted(SubmissionPlan Plan, IReadOnlyList<byte[]> Contents)
{
    private const int MostDocuments = 4;

    /// <summary>What Vietnamese text is made of: composed and decomposed letters, marks XML reads, blanks, letters beyond the basic plane, Hán and Nôm.</summary>
    private static readonly Gen<string> Bits = Pick.Of(
        "Kế hoạch ", "tuyển dụng ", "Ủy ban nhân dân ", "ừ", "Đ", "ệ", "Kế hoạch ".Normalize(NormalizationForm.FormD), "Ủy ban ", "ộ", "o\u031B\u0323", "<b>", "</subject>", "&amp;", "&", "]]>",
        "\"", "'", "<!--", "-->", "<![CDATA[", "%20", "\\u0041", "{}", "  ", "\t", "\n", "\r\n", "\u00A0", "會", "𠀋", "🇻🇳", "12/QĐ-UBND", "a", "Z", "0", ";", ",", ".", "\uFFFD");

    private static readonly Gen<string> Dates = Gen.OneOf(
        Gen.Int[1800, 2026].Select(year => $"{year}"),
        Gen.Select(Gen.Int[1, 12], Gen.Int[1800, 2026]).Select((month, year) => $"{month:D2}/{year}"),
        Gen.Select(Gen.Int[1, 28], Gen.Int[1, 12], Gen.Int[1800, 2026]).Select((day, month, year) => $"{day:D2}/{month:D2}/{year}"));

    private static readonly Gen<(PackagedKind Kind, IReadOnlyDictionary<string, string> Fields)> Documents = Gen.Int[0, 2].SelectMany(kind => kind switch
    {
        0 => Fields(DescriptionKind.Document).Select(fields => (PackagedKind.Document, fields)),
        1 => Fields(DescriptionKind.Photo).Select(fields => (PackagedKind.Photo, fields)),
        _ => Fields(DescriptionKind.Media).Select(fields => (PackagedKind.Media, fields)),
    });

    /// <summary>Dossiers (annex III) and batches of loose documents (annex IV), with documents, photos and recordings mixed.</summary>
    public static readonly Gen<Submitted> Any = Gen.Select(
        Gen.Bool,
        Fields(DescriptionKind.Dossier),
        Fields(DescriptionKind.Batch),
        Pick.Of("H26.02.2024.07", "H49.64.33.2001.160", "H26.02.1997.01-TCNS", "G09.2021.Đ.001"),
        Documents.Array[1, MostDocuments],
        Gen.Byte.Array[0, 300].Array[MostDocuments]).Select(Made);

    private static Submitted Made(
        bool isDossier, IReadOnlyDictionary<string, string> dossier, IReadOnlyDictionary<string, string> batch, string fileCode, (PackagedKind Kind, IReadOnlyDictionary<string, string> Fields)[] drawn, byte[][] bytes)
    {
        var level = isDossier ? dossier.GetValueOrDefault(Field.ConfidenceLevel) : null;
        var documents = drawn.Select((one, at) => Document(one.Kind, one.Fields, fileCode, at + 1, level)).ToArray();
        var whole = new Dictionary<string, string>(isDossier ? dossier : batch) { [Field.FileCode] = fileCode, ["totalDoc"] = Number(documents.Length) };
        if (isDossier)
        {
            whole[Field.NumberOfPage] = Number(documents.Sum(document => int.Parse(document.Fields.GetValueOrDefault(Field.NumberOfPage, "0"), CultureInfo.InvariantCulture)));
            if (string.CompareOrdinal(whole["startDate"][^4..], whole["endDate"][^4..]) >= 0)
                (whole["startDate"], whole["endDate"]) = (whole["endDate"][^4..], whole["startDate"]);
        }

        return new Submitted(
            new SubmissionPlan(isDossier, "H26.02", "Sở Tài chính & <Thuế> \"Hà Nội\"", "NL.H26.02.2026.01", whole, documents),
            [.. documents.Select((_, at) => (byte[])[(byte)at, .. bytes[at]])]);
    }

    /// <summary>What one document's fields must have of the others: its code, a name of its own, and what its dossier's level of confidence asks of it.</summary>
    private static SubmittedDocument Document(PackagedKind kind, IReadOnlyDictionary<string, string> drawn, string fileCode, int ordinal, string? level)
    {
        var fields = new Dictionary<string, string>(drawn) { [Field.DocCode] = $"{fileCode}.{ordinal:D7}" };
        var name = $"{fileCode}.{ordinal}";
        if (kind == PackagedKind.Document)
            fields[Field.DocId] = name;
        if (kind == PackagedKind.Document && level is "01" or "03" && !fields.ContainsKey(Field.ConfidenceLevel))
            fields.TryAdd(Field.Process, "0");
        return new SubmittedDocument(kind, $"line {ordinal}", Number(ordinal - 1), $"{name}.{(kind == PackagedKind.Document ? "pdf" : kind == PackagedKind.Photo ? "jpg" : "wav")}", fields);
    }

    /// <summary>The fields of a data set: the required ones and some of the others, with those their values ask for.</summary>
    private static Gen<IReadOnlyDictionary<string, string>> Fields(DescriptionKind kind)
    {
        var form = DescriptionForm.Of(kind);
        return form.Aggregate(
            Gen.Const(new Dictionary<string, string>()),
            (all, rule) => Gen.Select(all, Value(rule), Gen.Bool).Select((fields, value, left) =>
                rule.Required || !left ? new Dictionary<string, string>(fields) { [rule.Name] = value } : fields)).Select(IReadOnlyDictionary<string, string> (fields) => Sound(kind, fields));
    }

    private static Dictionary<string, string> Sound(DescriptionKind kind, Dictionary<string, string> drawn)
    {
        var fields = new Dictionary<string, string>(drawn);
        foreach (var (field, value) in new[] { (Field.Process, "1"), (CircularFields.PaperFileCode, "P.1/2/3.<07>"), (Field.RiskRecoveryStatus, "02") })
        {
            if (FieldsRules.Conditional(new DescriptionFacts("", "", kind, fields, [])).Contains(field))
                fields.TryAdd(field, value);
        }

        return fields;
    }

    private static Gen<string> Value(FieldRule rule) => rule.Kind switch
    {
        FieldKind.Text => Text(rule.MaxLength),
        FieldKind.Code => Code(rule.Name),
        FieldKind.Codes => Code(rule.Name).Array[1, 4].Select(codes => string.Join(';', codes.Distinct().Order(StringComparer.Ordinal))),
        FieldKind.Type => Gen.Int[1, 32].Select(code => $"{code:D2}"),
        FieldKind.Date => Dates,
        FieldKind.Flag => Pick.Of("0", "1"),
        _ => Gen.Int[1, 9999].Select(Number),
    };

    /// <summary>No state secrets: they are in no package (regulation, <c>mode</c> 03).</summary>
    private static Gen<string> Code(string field) => Pick.Of([.. FieldCodes.All(field).Where(code => (field, code) != (Field.Mode, "03"))]);

    /// <summary>Some letters, or as many as there may be; it neither begins nor ends with a blank.</summary>
    private static Gen<string> Text(int most) => Gen.Select(Bits.Array[1, 30], Gen.Bool).Select((bits, full) =>
    {
        var text = string.Concat(bits);
        while (full && text.Length < most)
            text += text + "ạ";
        var end = text.Length <= most ? text.Length : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end].Trim() is { Length: > 0 } trimmed ? trimmed : "-";
    });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
