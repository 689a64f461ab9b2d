using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Archive.Records;

/// <summary>
/// A record's permanent name: <c>r</c> and 26 lower-case base32 letters. It is name-based, so the same upload twice is one record, and it
/// reveals nothing: not the agency, not the content. Never reused (ISO 16363, 4.2.4).
/// </summary>
public readonly record struct RecordId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 27;
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    private RecordId(string value) => Value = value;

    /// <summary>The id as written in routes, rows and messages.</summary>
    public string Value { get; }

    /// <summary>The id of a loose file: its agency and the digest of its bytes.</summary>
    public static RecordId ForContent(AgencyCode agency, Sha256Digest digest) => new('r' + NameBased("content", agency.Value, digest.Value));

    /// <summary>The id of an upload: the blob it came as, so that any client's upload has one without asking for a slot.</summary>
    public static string ForUpload(AgencyCode agency, string name) => 'u' + NameBased("upload", agency.Value, name);

    /// <summary>The id of an upload in a folder that is no agency's.</summary>
    public static string ForStranger(string folder, string name) => 'u' + NameBased("stranger", folder, name);

    /// <summary>The id of a consignment: the records in it, each with the version it was put there with.</summary>
    public static string ForConsignment(AgencyCode agency, IEnumerable<string> records) => 'c' + NameBased(["consignment", agency.Value, .. records]);

    /// <summary>What a person is to the archive as a reader, by the subject of their token: the same person is always the same, and the name tells nobody who.</summary>
    public static string ForReader(string subject) => 'p' + NameBased("reader", subject);

    /// <summary>The id of a reader's request: the form it was sent with, so that a form sent twice is one request.</summary>
    public static string ForRequest(string reader, string form) => 'q' + NameBased("request", reader, form);

    /// <summary>The id of a delivery: the request and the record, so that a message that comes twice makes one.</summary>
    public static string ForDelivery(string request, RecordId record) => 'd' + NameBased("delivery", request, record.Value);

    /// <summary>Reads an id; false for anything that cannot be one.</summary>
    public static bool TryParse(string? text, out RecordId id)
    {
        var sound = text is { Length: Length } && text[0] == 'r' && !text.AsSpan(1).ContainsAnyExcept(Letters);
        id = sound ? new RecordId(text!) : default;
        return sound;
    }

    /// <summary>Reads an id out of the archive's own rows and messages; anything else is a defect.</summary>
    public static RecordId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a record id.");

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>130 bits of SHA-256 over the parts, each with its length so that no two lists of parts collide.</summary>
    private static string NameBased(params ReadOnlySpan<string> parts)
    {
        var named = new StringBuilder();
        foreach (var part in parts)
            named.Append(part.Length).Append(':').Append(part);

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(named.ToString()));
        return string.Create(Length - 1, hash, static (letters, bytes) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                var bit = i * 5;
                var window = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                letters[i] = Alphabet[(window >> (11 - (bit % 8))) & 31];
            }
        });
    }
}
