using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Tests.Samples;

/// <summary>How well one field was read over many documents.</summary>
/// <param name="Field">The field.</param>
/// <param name="Asked">Documents that have it, but for those where leaving it out is forgiven and it was left out.</param>
/// <param name="Right">Of these, read well enough to stand and right.</param>
public sealed record FieldScore(string Field, int Asked, int Right)
{
    /// <summary>0 to 1; 1 where nothing was asked.</summary>
    public double Accuracy => Asked == 0 ? 1 : (double)Right / Asked;
}

/// <summary>A value that is not what the page says.</summary>
public sealed record Misreading(string Path, string Field, string? Expected, string? Read, double Confidence);

/// <summary>What came of reading the samples: a pure function of what was expected and what was read.</summary>
/// <param name="Fields">One score a field.</param>
/// <param name="Misreadings">Every wrong or missing value, worst first: the surest mistakes are the worst.</param>
public sealed record ReadingScore(IReadOnlyList<FieldScore> Fields, IReadOnlyList<Misreading> Misreadings)
{
    /// <summary>The confidence from which a value is taken as read, so that a mistake is not to be forgiven.</summary>
    public const double Sure = 0.9;

    /// <summary>Wrong values said with confidence; there may be none.</summary>
    public IEnumerable<Misreading> SureMistakes => Misreadings.Where(misreading => misreading.Confidence >= Sure);

    /// <summary>How well a field was read.</summary>
    public double Accuracy(string field) => Fields.Single(score => score.Field == field).Accuracy;

    /// <summary>Scores what was read from samples. Only the document's own statements count, and of these only fields the sample knows.</summary>
    public static ReadingScore Of(IReadOnlyList<(SampleRecord Sample, IReadOnlyList<Statement> Statements)> readings)
    {
        var marks = readings.SelectMany(reading => reading.Sample.Fields.Select(field => Mark(reading.Sample, field.Key, field.Value, reading.Statements))).ToList();
        return new ReadingScore(
            [.. marks.GroupBy(mark => mark.Detail.Field).Select(field => new FieldScore(field.Key, field.Count(mark => mark.Asked), field.Count(mark => mark.Asked && mark.Right)))],
            [.. marks.Where(mark => !mark.Right && (mark.Asked || mark.Detail.Read is not null)).Select(mark => mark.Detail).OrderByDescending(detail => detail.Confidence)]);
    }

    private static (bool Asked, bool Right, Misreading Detail) Mark(SampleRecord sample, string field, string? expected, IReadOnlyList<Statement> statements)
    {
        var said = statements.FirstOrDefault(statement => statement.Field == field && statement.Source == StatementSource.Document);
        var read = said is { Confidence: >= RecordDescription.Readable } ? said : null;
        var isForgiven = read is null && sample.Unsure.Contains(field);
        return (expected is not null && !isForgiven, IsSame(field, expected, read?.Value), new Misreading(sample.Path, field, expected, read?.Value, read?.Confidence ?? 0));
    }

    /// <summary>Spaces do not matter; the case of letters only in number, notation, type and abstract, where it carries meaning.</summary>
    private static bool IsSame(string field, string? expected, string? read)
    {
        if (expected is null || read is null)
            return expected == read;
        var isStrict = field is Field.TypeName or Field.CodeNumber or Field.CodeNotation or Field.Subject;
        return string.Equals(Plain(expected), Plain(read), isStrict ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
    }

    private static string Plain(string text) => string.Join(' ', Vietnamese.Compose(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
