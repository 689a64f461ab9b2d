using Archive.Description;
using Archive.Records;

namespace Archive.ReadingRoom;

/// <summary>
/// Who may see what (mức độ tiếp cận of TT 05/2025). One rule in one form: a record names the marks that open each sight of it, a caller carries
/// marks, and one in common is enough. Lists filter by the same marks (<c>readers</c> in the index), so a list and a single record never disagree.
/// </summary>
public static class Visibility
{
    /// <summary>The mark every caller carries.</summary>
    public const string Anyone = "anyone";

    /// <summary>The mark of the city archive's staff.</summary>
    public const string Archivist = "archivist";

    private static readonly IReadOnlyList<string> Everyone = [Anyone];
    private static readonly Sight[] Sights = [Sight.Whole, Sight.Described, Sight.Stub];

    /// <summary>The marks that open a record whole; none for one that is secret or withheld, whoever asks.</summary>
    public static IReadOnlyList<string> ReadersOf(ArchiveRecord record) => (record.Status, record.Access) switch
    {
        (RecordStatus.Withheld, _) or (_, AccessMode.Secret) => [],
        (_, AccessMode.Public) => Everyone,
        _ => [OfAgency(record.Agency), Archivist],
    };

    /// <summary>
    /// The marks that open a sight of a record. Less than the whole there is only of a record that is described and that somebody has classed conditional:
    /// of one nobody has classed, nobody can say yet that it may be spoken of.
    /// </summary>
    public static IReadOnlyList<string> ReadersOf(ArchiveRecord record, Sight sight) => sight switch
    {
        Sight.Whole => ReadersOf(record),
        Sight.Described or Sight.Stub when record is { Status: RecordStatus.Described, Access: AccessMode.Conditional, IsClassed: true } => [Disclosed(record.Agency, sight)],
        _ => [],
    };

    /// <summary>The marks a caller carries where no agency discloses anything.</summary>
    public static IReadOnlyList<string> MarksOf(Caller caller) => MarksOf(caller, Disclosures.Nothing);

    /// <summary>
    /// The marks a caller carries. What is disclosed of an agency's records opens to those who do not see them whole anyway, so that nobody has two
    /// sights of one record; who sees what changes with the policy at once, whatever the index holds.
    /// </summary>
    public static IReadOnlyList<string> MarksOf(Caller caller, Disclosures disclosures)
    {
        var marks = new List<string> { Anyone };
        if (IsStaff(caller))
            return [.. marks, Archivist];

        AgencyCode? own = caller.Agency is { } agency && caller.IsOfficerOf(agency) ? agency : null;
        if (own is { } code)
            marks.Add(OfAgency(code));
        marks.AddRange(disclosures.Open.Where(open => open.Key != own).Select(open => Disclosed(open.Key, open.Value == Disclosure.Described ? Sight.Described : Sight.Stub)));
        return marks;
    }

    /// <summary>How much of a record a caller sees. To whom it is <see cref="Sight.None"/>, it is answered as if it did not exist.</summary>
    public static Sight ViewOf(ArchiveRecord record, Disclosures disclosures, Caller caller)
    {
        if (MaySeeMetadata(record, caller))
            return Sight.Whole;
        var marks = MarksOf(caller, disclosures);
        return Sights.FirstOrDefault(sight => ReadersOf(record, sight).Intersect(marks).Any());
    }

    /// <summary>Whether a caller may read everything that is said of a record. If not, and nothing of it is disclosed, it is answered as if it did not exist.</summary>
    public static bool MaySeeMetadata(ArchiveRecord record, Caller caller)
    {
        var readers = ReadersOf(record);
        return ReferenceEquals(readers, Everyone) || MarksOf(caller).Intersect(readers).Any();
    }

    /// <summary>
    /// Whether a caller may read the record's bytes as they are: whoever sees it whole, whatever is disclosed. An approved request does not add to this:
    /// it is answered with a marked copy (TT 05/2025, Đ37 and Đ40).
    /// </summary>
    public static bool MayReadContent(ArchiveRecord record, Caller caller) => MaySeeMetadata(record, caller);

    /// <summary>Whether there are restricted records that a caller sees whole: what others see of such records is disclosed to anybody.</summary>
    public static bool SeesRestricted(Caller caller) => IsStaff(caller) || (caller.Agency is { } agency && caller.IsOfficerOf(agency));

    /// <summary>Whether a caller may see the release permit of a record: its agency's officers and the staff, of what they may see at all.</summary>
    public static bool MaySeePermit(ArchiveRecord record, Caller caller) =>
        MaySeeMetadata(record, caller) && (IsStaff(caller) || caller.IsOfficerOf(record.Agency));

    /// <summary>
    /// Whether a caller may see what is said of a dossier, by its own mode: a public one anyone, any other its agency's officers and the staff, as with
    /// records nobody has classed; one that says it is secret nobody.
    /// </summary>
    public static bool MaySeeDossier(Dossier dossier, Caller caller) => dossier.Fields.GetValueOrDefault(Field.Mode) switch
    {
        "01" => true,
        "03" => false,
        _ => WorksWith(dossier.Agency, caller),
    };

    /// <summary>Whether a caller works with what an agency keeps: its own officers and the staff.</summary>
    public static bool WorksWith(AgencyCode agency, Caller caller) => IsStaff(caller) || caller.IsOfficerOf(agency);

    private static bool IsStaff(Caller caller) => caller.Is(Role.Archivist) || caller.Is(Role.Administrator);

    private static string OfAgency(AgencyCode agency) => "agency:" + agency.Value;

    private static string Disclosed(AgencyCode agency, Sight sight) => (sight == Sight.Described ? "described:" : "stub:") + agency.Value;
}
