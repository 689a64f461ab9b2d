using System.Security.Cryptography;
using System.Text;
using Archive.Catalogue;
using Archive.ReadingRoom.Audit;

namespace Archive.ReadingRoom.Searches;

/// <summary>A search a reader keeps under a name.</summary>
/// <param name="Id">Made of what is searched, so that the same search kept twice is one.</param>
/// <param name="Name">What the reader calls it.</param>
/// <param name="Asked">The search, from its first page on.</param>
/// <param name="KeptAt">When it was kept.</param>
/// <param name="LookedAt">When its reader last looked at what it finds.</param>
public sealed record SavedSearch(string Id, string Name, CatalogueRequest Asked, DateTimeOffset KeptAt, DateTimeOffset LookedAt)
{
    /// <summary>Searches a reader may keep.</summary>
    public const int Most = 100;

    /// <summary>Letters of a name.</summary>
    public const int LongestName = 100;

    /// <summary>The name as it is kept: composed and in one line; null where none is left, or more than anybody calls a search.</summary>
    public static string? NameOf(string? given) => given?.Length <= 4 * LongestName && AuditEntry.Clean(given) is { Length: > 0 and <= LongestName } name ? name : null;

    /// <summary>The id of a search; how it is sorted belongs to it, where its reader stood does not.</summary>
    public static string IdOf(CatalogueRequest asked) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{SearchWords.Of(asked)}\n{asked.Sort}")).AsSpan(0, 16));
}

/// <summary>What became of the wish to keep a search.</summary>
public abstract record Keeping
{
    private Keeping()
    {
    }

    /// <summary>It is kept, or goes by a new name.</summary>
    public sealed record Kept(SavedSearch Search) : Keeping;

    /// <summary>It has no name, or too long a one.</summary>
    public sealed record NameInvalid : Keeping;

    /// <summary>The reader keeps as many as may be kept.</summary>
    public sealed record TooMany : Keeping;

    /// <summary>Decides on a wish.</summary>
    /// <param name="name">The name wished for.</param>
    /// <param name="asked">The search.</param>
    /// <param name="held">What the reader keeps already.</param>
    /// <param name="now">Now.</param>
    public static Keeping Decide(string? name, CatalogueRequest asked, IReadOnlyCollection<SavedSearch> held, DateTimeOffset now)
    {
        if (SavedSearch.NameOf(name) is not { } sound)
            return new NameInvalid();
        var search = new SavedSearch(SavedSearch.IdOf(asked), sound, asked with { Size = null, Continuation = null }, now, now);
        if (held.FirstOrDefault(one => one.Id == search.Id) is { } same)
            return new Kept(same with { Name = sound });
        return held.Count < SavedSearch.Most ? new Kept(search) : new TooMany();
    }
}
