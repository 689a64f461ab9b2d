using Archive.Records;

namespace Archive.Description;

/// <summary>
/// A reason why a person should look at a record's description. What is shown to readers, and what the legal clock runs by, rests on it: where it
/// was put together from little or from words that contradict each other, an archivist compares it with the page.
/// </summary>
/// <param name="Code">One of <see cref="Codes"/>; its words stand in the resource files.</param>
/// <param name="Field">The field it is about (<see cref="Description.Field"/>); null for the whole.</param>
public sealed record Doubt(string Code, string? Field = null)
{
    /// <summary>Nobody could say the number.</summary>
    public const string NumberMissing = "number-missing";

    /// <summary>Nobody could say the date.</summary>
    public const string DateMissing = "date-missing";

    /// <summary>Nobody could say who issued it.</summary>
    public const string IssuerMissing = "issuer-missing";

    /// <summary>The depositor says one thing and the document another.</summary>
    public const string Disagreement = "disagreement";

    /// <summary>The document could be read only doubtfully.</summary>
    public const string LowConfidence = "low-confidence";

    /// <summary>Its text is in an encoding from before Unicode and was converted, which may have gone wrong.</summary>
    public const string LegacyEncoding = "legacy-encoding";

    /// <summary>It has no text: a scan, of which the document itself said nothing.</summary>
    public const string NoText = "no-text";

    /// <summary>All reasons, in the order they are shown in.</summary>
    public static readonly IReadOnlyList<string> Codes = [NumberMissing, DateMissing, IssuerMissing, Disagreement, LowConfidence, LegacyEncoding, NoText];

    /// <summary>
    /// The reasons of a record; none where it is not described yet or withheld from everyone, nor where an archivist has seen all that is said of
    /// it (<see cref="Review.IsCurrent"/>). Sound and film bear no number, date or issuer on themselves (NĐ 30/2020/NĐ-CP is about documents).
    /// </summary>
    public static IReadOnlyList<Doubt> Of(ArchiveRecord record)
    {
        if (record.Status != RecordStatus.Described || record.Review?.IsCurrent(record.Description) == true)
            return [];

        return [.. record.Content.Format.Family is FormatFamily.Audio or FormatFamily.Video ? [] : Missing(record), .. record.Findings.Select(Found).OfType<Doubt>()];
    }

    private static IEnumerable<Doubt> Missing(ArchiveRecord record) =>
        from expected in new Doubt[] { new(NumberMissing, Description.Field.CodeNumber), new(DateMissing, Description.Field.IssuedDate), new(IssuerMissing, Description.Field.OrganName) }
        where record.Description.Value(expected.Field!) is null
        select expected;

    private static Doubt? Found(Finding finding) => finding.Code switch
    {
        _ when finding.Code == FindingCodes.Disagreement.Id => new Doubt(Disagreement, finding.Where),
        _ when finding.Code == FindingCodes.DoubtfulReading.Id => new Doubt(LowConfidence, finding.Where),
        _ when finding.Code == FindingCodes.LegacyEncoding.Id => new Doubt(LegacyEncoding),
        _ when finding.Code == FindingCodes.NoText.Id => new Doubt(NoText),
        _ => null,
    };
}
