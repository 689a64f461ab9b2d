using Archive.Records;
using Archive.Transfer;

namespace Archive.Description;

/// <summary>What comes of an archivist's word on a record's description.</summary>
public abstract record Reviewing
{
    /// <summary>Where an archivist's statements say they were seen.</summary>
    public const string Where = "review";

    private Reviewing()
    {
    }

    /// <summary>It is taken.</summary>
    /// <param name="Next">The record, of no version yet.</param>
    /// <param name="Detail">For the journal.</param>
    public sealed record Taken(ArchiveRecord Next, string Detail) : Reviewing;

    /// <summary>The record says so already: a form that was sent twice.</summary>
    public sealed record Stands : Reviewing;

    /// <summary>Values that cannot stand in their fields; nothing is taken.</summary>
    /// <param name="Expected">What may stand in each, in a form that is the same in every language; a number of letters where it is too long.</param>
    public sealed record Unusable(IReadOnlyDictionary<string, string> Expected) : Reviewing;

    /// <summary>Somebody has said something else of the record since the form was made; nothing is taken.</summary>
    public sealed record Overtaken : Reviewing;

    /// <summary>It is being described, or packaged for the historical archive: its description must not change under that.</summary>
    public sealed record Busy : Reviewing;

    /// <summary>
    /// Decides. Every field given becomes the archivist's statement, confirmed or corrected, beside what depositor and document said; one given
    /// empty says that the record has none, where something stood. Nothing else of the record changes but that it was reviewed.
    /// </summary>
    /// <param name="held">The record as it stands.</param>
    /// <param name="shown">What the form was made from: <see cref="Shown"/> of the record then.</param>
    /// <param name="given">Field and value, as typed.</param>
    /// <param name="person">The archivist's subject.</param>
    /// <param name="now">The time, UTC.</param>
    public static Reviewing Decide(ArchiveRecord held, string shown, IReadOnlyDictionary<string, string> given, string person, DateTimeOffset now)
    {
        if (held.Status != RecordStatus.Described || held.Transfer is { State: ClockState.Transferring })
            return new Busy();

        var read = ReviewField.Of(held).Where(field => given.ContainsKey(field.Name)).Select(field => (field.Name, Value: Read(held, field, Wording.Tidy(given[field.Name])))).ToList();
        if (read.Where(one => one.Value.Written is null).ToDictionary(one => one.Name, one => one.Value.Expected) is { Count: > 0 } unusable)
            return new Unusable(unusable);

        var said = read.Where(one => one.Value.Written!.Length > 0 || held.Description.Chosen(one.Name) is not null)
            .Select(one => new Statement(one.Name, one.Value.Written!, StatementSource.Archivist, 1, Where)).ToList();
        if (held.Review?.IsCurrent(held.Description) == true && said.All(statement => held.Description.Said(statement.Field, StatementSource.Archivist) == statement))
            return new Stands();
        return shown == Shown(held) ? Take(held, said, person, now) : new Overtaken();
    }

    /// <summary>What a form was made from: the digest of everything said of the record. What else changes of it, its clock say, overtakes no form.</summary>
    public static string Shown(ArchiveRecord record) => Review.DigestOf(record.Description.Statements);

    private static Taken Take(ArchiveRecord held, IReadOnlyList<Statement> said, string person, DateTimeOffset now)
    {
        var (before, fields) = (held.Description, said.Select(statement => statement.Field).ToHashSet());
        var after = new RecordDescription([.. before.Statements.Where(one => one.Source != StatementSource.Archivist || !fields.Contains(one.Field)), .. said]);
        var changed = fields.Where(field => before.Value(field) != after.Value(field));

        // What an archivist said before stands nowhere else once it is replaced.
        var replaced = said.Select(one => (one, Was: before.Said(one.Field, StatementSource.Archivist))).Where(pair => pair.Was is not null && pair.Was != pair.one)
            .Select(pair => $"; {pair.one.Field} was {JournalEvent.Plain(pair.Was!.Value)}");
        var review = new Review(person, now, Review.DigestOf(before.SaidBesides(StatementSource.Archivist)));
        return new Taken(
            held with { Description = after, Review = review },
            $"{JournalEvent.ByArchivist}; fields={string.Join(',', fields)}; changed={string.Join(',', changed)}{string.Concat(replaced)}");
    }

    /// <summary>Empty is a value here: that there is none. What stands already may be confirmed as it is, though it be longer than the standard has it.</summary>
    private static FieldValue Read(ArchiveRecord held, ReviewField field, string typed)
    {
        if (typed.Length == 0 || typed == held.Description.Value(field.Name))
            return new FieldValue(typed, "");
        if (typed.Length > field.MaxLength)
            return new FieldValue(null, Wording.Number(field.MaxLength));
        return FieldValue.Of(FieldRules.Of(field.Name)!, typed);
    }
}
