using Archive.ReadingRoom;
using Archive.Records;

namespace Archive.Catalogue;

/// <summary>
/// The key of an entry: the record id, with a letter behind it where it is less than the whole. All of one record lie together in the order of
/// keys, the whole first.
/// </summary>
public static class CatalogueKey
{
    private const string Described = "_d";
    private const string Stub = "_s";

    /// <summary>What a key's letter may be at most: where the next record begins.</summary>
    private const string Last = "_z";

    /// <summary>All sights a record can be in the index with.</summary>
    public static readonly IReadOnlyList<Sight> Sights = [Sight.Whole, Sight.Described, Sight.Stub];

    /// <summary>The key of one sight of a record.</summary>
    public static string Of(RecordId id, Sight sight) => id.Value + sight switch
    {
        Sight.Whole => "",
        Sight.Described => Described,
        Sight.Stub => Stub,
        _ => throw new ArgumentOutOfRangeException(nameof(sight), sight, "Nothing is shown of it."),
    };

    /// <summary>The record of a key.</summary>
    public static RecordId RecordOf(string key) => RecordId.Parse(key.Split('_')[0]);

    /// <summary>The sight of a key.</summary>
    public static Sight SightOf(string key) =>
        key.EndsWith(Described, StringComparison.Ordinal) ? Sight.Described : key.EndsWith(Stub, StringComparison.Ordinal) ? Sight.Stub : Sight.Whole;

    /// <summary>A condition: entries of records above one.</summary>
    public static string Above(RecordId id) => $"{CatalogueField.Id} gt '{id}{Last}'";

    /// <summary>A condition: entries of records up to one.</summary>
    public static string UpTo(RecordId id) => $"{CatalogueField.Id} le '{id}{Last}'";
}
