using Archive.Records;

namespace Archive.Description;

/// <summary>What a photograph's maker or an editor wrote into the file itself (Exif, IPTC, XMP).</summary>
/// <param name="Kind">Which kind of statement it is.</param>
/// <param name="Value">As written, composed (NFC); for <see cref="EmbeddedKind.Taken"/> a day as <see cref="PartialDate"/> reads it.</param>
/// <param name="Where">The directory and tag it stands in: <c>IPTC Caption/Abstract</c>.</param>
public sealed record EmbeddedProperty(EmbeddedKind Kind, string Value, string Where);

/// <summary>The properties of a file that say something a description has a field for.</summary>
public enum EmbeddedKind
{
    /// <summary>Chú thích: what is to be seen.</summary>
    Caption,

    /// <summary>Tác giả.</summary>
    Creator,

    /// <summary>Thời gian chụp.</summary>
    Taken,

    /// <summary>Địa điểm.</summary>
    Place,
}

/// <summary>
/// Makes statements of what a file says about itself. None is certain: captions are left from the picture before, clocks are not set, and a
/// scan was taken long after its paper was written.
/// </summary>
public static class EmbeddedReading
{
    /// <summary>At most one statement a field; of several properties of a kind, the first.</summary>
    public static IReadOnlyList<Statement> Read(IReadOnlyList<EmbeddedProperty> properties) =>
        [.. properties.Where(Says).DistinctBy(property => property.Kind).Select(Of)];

    private static bool Says(EmbeddedProperty property) =>
        property.Value.Trim().Length > 0 && (property.Kind != EmbeddedKind.Taken || PartialDate.TryParse(property.Value, out _));

    private static Statement Of(EmbeddedProperty property)
    {
        var (field, confidence) = property.Kind switch
        {
            EmbeddedKind.Caption => (Field.Subject, 0.7),
            EmbeddedKind.Creator => (Field.OrganName, 0.6),
            EmbeddedKind.Taken => (Field.IssuedDate, 0.5),
            EmbeddedKind.Place => (Field.Place, 0.6),
            _ => throw new ArgumentOutOfRangeException(nameof(property), property.Kind, "No field for this kind."),
        };
        var value = property.Kind == EmbeddedKind.Taken && PartialDate.TryParse(property.Value, out var day) ? day.ToString() : property.Value.Trim();
        return new(field, value, StatementSource.Document, confidence, property.Where);
    }
}
