using System.Globalization;
using Archive.Description;
using Archive.Packages.Rules;

namespace Archive.Packages.Legacy;

/// <summary>
/// A description in the archive's fields. Words stay as they are; only the access regime and the retention, by which the archive acts, become codes, and of a
/// retention that has none the given words stay beside it.
/// </summary>
internal static class LegacyFields
{
    private static readonly string[] Used = [LegacyNames.FileCode, .. LegacyNames.CodeParts, LegacyNames.DocOrdinal];

    /// <summary>Access regimes from open to secret; null is one the archive does not know.</summary>
    private static readonly string?[] Strictness = ["01", null, "02", "03"];

    private static readonly string[] Years = ["70", "50", "30", "20", "10"];

    /// <summary>The fields of a dossier.</summary>
    public static Dictionary<string, string> OfDossier(LegacyDescription said) => Of(said, LegacyNames.DossierField);

    /// <summary>
    /// The fields of a document, photo or recording. What its dossier's retention was in words, it gets with its code; of further descriptions of its file only
    /// the access regime counts, where it is the strictest.
    /// </summary>
    public static Dictionary<string, string> OfDocument(
        LegacyDescription said, IEnumerable<LegacyDescription> further, IReadOnlyDictionary<string, string> dossier)
    {
        var fields = Of(said, LegacyNames.DocumentField);
        if (Access([said, .. further]) is { } access)
            fields[Field.Mode] = access;
        if (!fields.ContainsKey(Field.Maintenance) && dossier.GetValueOrDefault(LegacyNames.Retention) is { } given)
            fields[LegacyNames.Retention] = given;
        return fields;
    }

    /// <summary>
    /// The code of a retention: TT 02/2019 has words and years, so that a bare number is years; only two digits that begin with a zero are a code already.
    /// What has no code of its own, 5 years among it, is 07.
    /// </summary>
    public static string Maintenance(string given)
    {
        if (given is ['0', >= '1' and <= '7'])
            return given;
        var letters = Wording.Letters(given);
        var number = new string([.. letters.TakeWhile(char.IsAsciiDigit)]).TrimStart('0');
        if (letters.Contains("vinhvien", StringComparison.Ordinal))
            return "01";
        if (number.Length == 0)
            return FieldCodes.Of(Field.Maintenance, given) ?? "07";

        var behind = letters.TrimStart('0')[number.Length..];
        var at = Array.IndexOf(Years, number);
        return at >= 0 && behind is ("" or "nam") ? (at + 2).ToString("D2", CultureInfo.InvariantCulture) : "07";
    }

    /// <summary>The code of an access regime in words; null where it is none the archive knows.</summary>
    public static string? Mode(string given) => FieldCodes.Of(Field.Mode, given);

    /// <summary>
    /// The strictest of several access regimes, as it was given; null of none. Words nobody knows are stricter than open access, and than no other.
    /// </summary>
    public static string? Strictest(IEnumerable<string> given) => given.MaxBy(one => Array.IndexOf(Strictness, Mode(one)));

    /// <summary>Whether a description says that what it describes is secret.</summary>
    public static bool IsSecret(LegacyDescription said) => Access([said]) == "03";

    /// <summary>The strictest access regime that descriptions of one thing say, its code where it has one; null where they say none.</summary>
    private static string? Access(IEnumerable<LegacyDescription> said) =>
        Strictest(said.SelectMany(one => LegacyNames.Access.Select(one.Value).OfType<string>())) is { } given ? Mode(given) ?? given : null;

    private static Dictionary<string, string> Of(LegacyDescription said, Func<string, string> named)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in said.Values.Where(one => !Used.Contains(one.Key, StringComparer.OrdinalIgnoreCase)))
            fields.TryAdd(named(name), value);

        if (said.FileCode is { } code)
            fields[Field.FileCode] = code;
        if (Access([said]) is { } access)
            fields[Field.Mode] = access;
        if (fields.TryGetValue(Field.Maintenance, out var retention))
            Put(fields, retention);
        return fields;
    }

    private static void Put(Dictionary<string, string> fields, string retention)
    {
        fields[Field.Maintenance] = Maintenance(retention);
        if (fields[Field.Maintenance] == "07" && retention != "07")
            fields[LegacyNames.Retention] = retention;
    }
}
