using System.Globalization;
using Archive.Records;

namespace Archive.Description;

/// <summary>What a depositor's description says, field by field as it is read, and what is wrong with it: the rules sidecar and edXML share.</summary>
/// <param name="where">Where it is said: <c>sidecar</c> or <c>edxml</c>.</param>
internal sealed class DepositorFields(string where)
{
    private const int LongestQuoted = 100;

    /// <summary>A description with more wrong with it than this is looked at by a person anyway.</summary>
    private const int MostFindings = 100;
    private const string Secret = "03";
    private const string BornDigital = "01";
    private const string Mixed = "03";

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<Finding> findings = [];

    /// <summary>Takes a value by any name its field has. An empty one counts as not given; a field given twice is used from neither place.</summary>
    public void Add(string name, string value)
    {
        if (FieldRules.Of(name) is not { } rule)
        {
            Unknown(name);
            return;
        }

        var given = Wording.Tidy(value);
        if (given.Length == 0)
            return;
        if (!seen.Add(rule.Name))
            Repeat(rule, given);
        else
            Take(rule, given);
    }

    /// <summary>Notes a field no profile knows.</summary>
    public void Unknown(string name) => Note(Finding.Of(FindingCodes.FieldUnknown, Quoted(name)));

    /// <summary>Notes a value that cannot stand; whatever the field had is not used either.</summary>
    public void Refuse(string field, string given, string expected)
    {
        seen.Add(field);
        values.Remove(field);
        Note(Finding.Of(FindingCodes.FieldInvalid, Quoted(field), Quoted(given), expected));
    }

    /// <summary>Everything said, with the missing fields noted.</summary>
    /// <param name="notExpected">Required fields this form of description has no place for.</param>
    public SidecarReading.Read Finish(params ReadOnlySpan<string> notExpected)
    {
        var isDocument = !seen.Contains(Field.TypePic) && !seen.Contains(Field.TypeMedia);
        foreach (var rule in FieldRules.All)
            if (rule.Required && !seen.Contains(rule.Name) && !notExpected.Contains(rule.Name) && (isDocument || !FieldRules.OfDocumentsOnly.Contains(rule.Name)))
                findings.Add(Finding.Of(FindingCodes.FieldMissing, rule.Name));

        Require(Field.RiskRecoveryStatus, Field.RiskRecovery, "1");
        Require(Field.Process, Field.ConfidenceLevel, BornDigital, Mixed);

        Sha256Digest? digest = values.Remove(FieldRules.Digest, out var hash) ? Sha256Digest.Parse(hash) : null;
        long? size = values.Remove(FieldRules.Size, out var bytes) ? long.Parse(bytes, CultureInfo.InvariantCulture) : null;
        return new([.. values.Select(said => new Statement(said.Key, said.Value, StatementSource.Depositor, 1, where))], findings, digest, size);
    }

    /// <summary>Neither of two values is used, except that whoever says secret once has said it.</summary>
    private void Repeat(FieldRule rule, string given)
    {
        var secret = rule.Name == Field.Mode && (values.GetValueOrDefault(Field.Mode) == Secret || FieldValue.Of(rule, given).Written == Secret);
        Refuse(rule.Name, given, "1 x");
        if (secret)
            values[Field.Mode] = Secret;
    }

    private void Note(Finding finding)
    {
        if (findings.Count < MostFindings)
            findings.Add(finding);
    }

    private void Take(FieldRule rule, string given)
    {
        var value = FieldValue.Of(rule, given);
        if (value.Written is null)
        {
            Refuse(rule.Name, given, value.Expected);
            return;
        }

        values[rule.Name] = value.Written;
        if (rule.Kind == FieldKind.Text && given.Length > rule.MaxLength)
            findings.Add(Finding.Of(FindingCodes.FieldTooLong, rule.Name, Wording.Number(given.Length), Wording.Number(rule.MaxLength)));
    }

    private void Require(string field, string because, params ReadOnlySpan<string> of)
    {
        if (values.TryGetValue(because, out var value) && of.Contains(value) && !seen.Contains(field))
            findings.Add(Finding.Of(FindingCodes.ConditionalFieldMissing, field, because, value));
    }

    private static string Quoted(string text) => Wording.Cut(Wording.Tidy(text), LongestQuoted);
}
