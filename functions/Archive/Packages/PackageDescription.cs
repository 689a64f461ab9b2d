using System.Globalization;
using System.Xml.Linq;
using Archive.Description;
using Archive.Packages.Rules;

namespace Archive.Packages;

/// <summary>A descriptive file, verbatim.</summary>
/// <param name="Kind">What it describes.</param>
/// <param name="Title">Its title, in the words of its own schema.</param>
/// <param name="Fields">Its fields, by element; the first of several.</param>
internal sealed record PackageDescription(DescriptionKind Kind, string? Title, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>What is said in its own form, for whoever keeps it so; null where it is these fields.</summary>
    public byte[]? Words { get; init; }

    private static readonly string[] Titles = ["title", "unittitle", "titleproper"];

    /// <summary>Where there is none, or none that can be read.</summary>
    public static readonly PackageDescription None = new(DescriptionKind.Other, null, new Dictionary<string, string>());

    /// <summary>The ordinal at the end of a code (<c>….0000001</c>), or <c>docOrdinal</c>.</summary>
    public int? Ordinal =>
        OrdinalOf(Fields.GetValueOrDefault(Field.DocCode) ?? Fields.GetValueOrDefault("arcDocCode")) ?? Number(Fields.GetValueOrDefault("docOrdinal"));

    /// <summary>Reads one file.</summary>
    public static async Task<PackageDescription> Read(IPackageSource source, string stored, string path, CancellationToken stop) =>
        await PackageXml.Description(source, stored, stop) is { } root ? Of(path, root) : None;

    /// <summary>The seven digits an assigned code ends with; null for a code that does not.</summary>
    internal static int? OrdinalOf(string? code) => code?.Split('.') is [_, .., { Length: 7 } last] ? Number(last) : null;

    private static PackageDescription Of(string path, XElement root) => new(
        DescriptionReading.KindOf(path, root),
        root.Descendants().FirstOrDefault(element => Titles.Contains(element.Name.LocalName) && element.Value.Length > 0)?.Value,
        root.Elements().Where(field => !field.HasElements).DistinctBy(field => field.Name.LocalName)
            .ToDictionary(field => field.Name.LocalName, field => field.Value, StringComparer.Ordinal));

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
