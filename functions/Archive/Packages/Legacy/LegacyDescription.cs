using System.Globalization;
using Archive.Packages.Rules;

namespace Archive.Packages.Legacy;

/// <summary>One thing described in a metadata file, verbatim.</summary>
/// <param name="Kind">A dossier, a document, a photo or a recording.</param>
/// <param name="Path">The metadata file.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Values">
/// Every field that has a value, by the element as it is written; of a part within a part both names, with a dot; the first of several.
/// </param>
/// <param name="Files">The files it names, as it writes them.</param>
internal sealed record LegacyDescription(
    DescriptionKind Kind, string Path, string Place, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Files)
{
    /// <summary>Mã hồ sơ: as it is given, else its parts in their order. Never recomputed.</summary>
    public string? FileCode { get; } = Values.GetValueOrDefault(LegacyNames.FileCode)
        ?? (string.Join('.', LegacyNames.CodeParts.Select(part => Values.GetValueOrDefault(part)).OfType<string>()) is { Length: > 0 } code ? code : null);

    /// <summary>A field's value; null where there is none.</summary>
    public string? Value(string name) => Values.GetValueOrDefault(name);

    /// <summary>Its place in the dossier; null where it does not say a number.</summary>
    public int? Ordinal =>
        int.TryParse(Value(LegacyNames.DocOrdinal), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : null;
}
