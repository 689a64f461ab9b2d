namespace Archive.Description;

/// <summary>Who says it.</summary>
public enum StatementSource
{
    /// <summary>The depositor: sidecar, edXML or the upload slot.</summary>
    Depositor,

    /// <summary>The document itself, as read from its pages or properties.</summary>
    Document,

    /// <summary>An archivist, who has looked at both (<see cref="Reviewing"/>).</summary>
    Archivist,
}

/// <summary>One value said of one field.</summary>
/// <param name="Field">A name of <see cref="Field"/>.</param>
/// <param name="Value">The value, composed (NFC), in the field's written form; empty only where an archivist says that the record has none.</param>
/// <param name="Source">Who says it.</param>
/// <param name="Confidence">0 to 1: 0.9 and above is taken as read, 0.7 to 0.9 is shown with a mark, below is for a person to check.</param>
/// <param name="Where">Where it was seen: <c>sidecar</c>, <c>edxml</c>, <c>page 1, right column</c>, <c>review</c>.</param>
public sealed record Statement(string Field, string Value, StatementSource Source, double Confidence, string Where);

/// <summary>Everything said of a record, the depositor's, the document's and an archivist's values side by side. Disagreement is kept, never settled by guessing.</summary>
/// <param name="Statements">In no particular order; at most one per field and source.</param>
public sealed record RecordDescription(IReadOnlyList<Statement> Statements)
{
    /// <summary>Nothing said yet.</summary>
    public static readonly RecordDescription Empty = new([]);

    /// <summary>The confidence from which a value read out of a document may stand for the record.</summary>
    public const double Readable = 0.7;

    /// <summary>The value that stands for the record: the archivist's, else the depositor's, else the document's where it was read well enough, else none.</summary>
    public string? Value(string field) => Chosen(field) is { } chosen && (chosen.Source != StatementSource.Archivist || chosen.Value.Length > 0) ? chosen.Value : null;

    /// <summary>Whether it is of a document: a photo is said to be of a kind of photos, a recording of one of recordings (TT 05/2025, <c>EAD_pic</c> and <c>EAD_media</c>).</summary>
    public bool IsOfDocument => Value(Field.TypePic) is null && Value(Field.TypeMedia) is null;

    /// <summary>The statement that stands for the record in this field.</summary>
    public Statement? Chosen(string field) =>
        Said(field, StatementSource.Archivist) ?? Said(field, StatementSource.Depositor) ?? (Said(field, StatementSource.Document) is { Confidence: >= Readable } read ? read : null);

    /// <summary>What sources other than one say, as they said it.</summary>
    public IEnumerable<Statement> SaidBesides(StatementSource source) => Statements.Where(statement => statement.Source != source);

    /// <summary>What one source says of a field.</summary>
    public Statement? Said(string field, StatementSource source) =>
        Statements.FirstOrDefault(statement => statement.Field == field && statement.Source == source);
}
