using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Catalogue;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.ReadingRoom.Pages;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>What the queue's page shows.</summary>
/// <param name="Query">As it was put to the index.</param>
/// <param name="Page">What the index proposes, and how many by reason and agency.</param>
/// <param name="Records">Those of this page, by their rows.</param>
/// <param name="Agencies">All agencies, for their names.</param>
public sealed record ReviewQueueView(CatalogueQuery Query, CataloguePage Page, IReadOnlyList<DoubtfulRecord> Records, IReadOnlyDictionary<AgencyCode, Agency> Agencies);

/// <summary>What became of a form.</summary>
public enum ReviewNotice
{
    /// <summary>None was sent.</summary>
    None,

    /// <summary>The one before was saved; this is the next record.</summary>
    Saved,

    /// <summary>Somebody has said something else meanwhile.</summary>
    Overtaken,

    /// <summary>The record is being described, or is on its way.</summary>
    Busy,

    /// <summary>Values that cannot stand.</summary>
    Unusable,
}

/// <summary>What the page of a review shows.</summary>
/// <param name="Sheet">The record and how its content is shown.</param>
/// <param name="Fields">The fields asked for.</param>
/// <param name="Doubts">Why it is in the queue; none where it is not.</param>
/// <param name="Notice">What became of the form it answers.</param>
/// <param name="Typed">What was typed into that form; empty where there was none.</param>
/// <param name="Expected">What may stand in the fields that had something else.</param>
public sealed partial record ReviewView(
    RecordSheet Sheet, IReadOnlyList<ReviewField> Fields, IReadOnlyList<Doubt> Doubts, ReviewNotice Notice, IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string> Expected)
{
    /// <summary>What stands in a field of the form: what was typed, else what stands for the record.</summary>
    public string ValueOf(string field) => Typed.TryGetValue(field, out var typed) ? typed : Sheet.Record.Description.Value(field) ?? "";

    /// <summary>The page on which the first doubtful field was read; the first page where nothing says another.</summary>
    public int FirstPage => Doubts.Select(doubt => doubt.Field is { } doubtful ? Sheet.Record.Description.Said(doubtful, StatementSource.Document)?.Where : null).Select(PageOf).FirstOrDefault(page => page is not null) ?? 1;

    /// <summary>Where a statement was seen, in words.</summary>
    public static string PlaceOf(string where, PageWords words) => string.Join(", ", where.Split(", ").Select(part =>
        PageOf(part) is { } page ? words["review.page", page] : words.OfCode("place", part.Replace(' ', '-'))));

    private static int? PageOf(string? where) => where is not null && PageName().Match(where) is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^page (\d{1,6})\b")]
    private static partial Regex PageName();
}
