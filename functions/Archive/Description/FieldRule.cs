namespace Archive.Description;

/// <summary>What a field's value may look like.</summary>
internal enum FieldKind
{
    Text,
    Code,
    Codes,
    Type,
    Date,
    Count,
    Flag,
    Digest,
    Size,
}

/// <summary>A field of the document data set: its limits as TT 05/2025 sets them, and the names other profiles give it.</summary>
/// <param name="Name">As in <see cref="Field"/>.</param>
/// <param name="Kind">What its value may look like.</param>
/// <param name="MaxLength">In letters.</param>
/// <param name="Required">Whether the standard requires it of a document in a submission package.</param>
/// <param name="OtherNames">TT 02/2019 and NĐ 30/2020 names that differ by more than case.</param>
internal sealed record FieldRule(string Name, FieldKind Kind, int MaxLength, bool Required = false, params string[] OtherNames);
