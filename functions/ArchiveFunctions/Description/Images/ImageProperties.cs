using System.Globalization;
using Archive.Description;
using Archive.Records;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Xmp;

namespace ArchiveFunctions.Description.Images;

/// <summary>What an image says of itself in Exif, IPTC and XMP: caption, creator, time and place.</summary>
internal static class ImageProperties
{
    /// <summary>A larger image is kept without reading what is embedded in it.</summary>
    public const int LargestRead = 64 << 20;

    /// <summary>IPTC stands before Exif: people write the first, cameras the second.</summary>
    public static IReadOnlyList<EmbeddedProperty> Read(Stream image)
    {
        var directories = ImageMetadataReader.ReadMetadata(image);
        return
        [
            .. Texts<IptcDirectory>(directories, EmbeddedKind.Caption, IptcDirectory.TagCaption, IptcDirectory.TagHeadline),
            .. Xmp(directories, EmbeddedKind.Caption, "dc:description[1]", "dc:title[1]"),
            .. Texts<ExifIfd0Directory>(directories, EmbeddedKind.Caption, ExifDirectoryBase.TagImageDescription),
            .. Texts<IptcDirectory>(directories, EmbeddedKind.Creator, IptcDirectory.TagByLine),
            .. Xmp(directories, EmbeddedKind.Creator, "dc:creator[1]"),
            .. Texts<ExifIfd0Directory>(directories, EmbeddedKind.Creator, ExifDirectoryBase.TagArtist),
            .. Texts<IptcDirectory>(directories, EmbeddedKind.Place, IptcDirectory.TagCity),
            .. Taken(directories),
        ];
    }

    private static IEnumerable<EmbeddedProperty> Texts<TDirectory>(IReadOnlyList<MetadataExtractor.Directory> directories, EmbeddedKind kind, params int[] tags)
        where TDirectory : MetadataExtractor.Directory =>
        from directory in directories.OfType<TDirectory>()
        from tag in tags
        let text = directory.GetString(tag)
        where !string.IsNullOrWhiteSpace(text)
        select new EmbeddedProperty(kind, Vietnamese.Compose(text), $"{directory.Name} {directory.GetTagName(tag)}");

    private static IEnumerable<EmbeddedProperty> Xmp(IReadOnlyList<MetadataExtractor.Directory> directories, EmbeddedKind kind, params string[] paths) =>
        from directory in directories.OfType<XmpDirectory>()
        let properties = directory.GetXmpProperties()
        from path in paths
        where properties.TryGetValue(path, out var text) && !string.IsNullOrWhiteSpace(text)
        select new EmbeddedProperty(kind, Vietnamese.Compose(properties[path]), $"XMP {path}");

    private static IEnumerable<EmbeddedProperty> Taken(IReadOnlyList<MetadataExtractor.Directory> directories) =>
        from directory in directories.OfType<ExifSubIfdDirectory>()
        where directory.TryGetDateTime(ExifDirectoryBase.TagDateTimeOriginal, out _)
        let taken = directory.GetDateTime(ExifDirectoryBase.TagDateTimeOriginal)
        select new EmbeddedProperty(EmbeddedKind.Taken, taken.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "Exif DateTimeOriginal");
}
