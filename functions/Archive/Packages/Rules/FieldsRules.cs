using Archive.Description;
using static Archive.Packages.Rules.PackageRule;

namespace Archive.Packages.Rules;

/// <summary>What TT 05/2025/TT-BNV's data sets ask of each description by itself.</summary>
internal static class FieldsRules
{
    public static readonly IReadOnlyList<PackageRule> All =
    [
        Must("TTF1", "Every required field is there.", Of(FieldFault.Missing)),
        Must("TTF2", "Every required field has a value.", Of(FieldFault.Empty, Required)),
        Must("TTF3", "No value is longer than its field.", Of(FieldFault.TooLong)),
        Must("TTF4", "A coded value is one of its list.", Of(FieldFault.Unlisted)),
        Must("TTF5", "A date exists: dd/MM/yyyy, MM/yyyy or yyyy.", Of(FieldFault.NoDate)),
        Must("TTF6", "A number is one.", Of(FieldFault.NoNumber)),
        Must("TTF7", "A yes or no is 1 or 0.", Of(FieldFault.NoFlag)),
        Must("TTF8", "No field is there twice.", Of(FieldFault.Twice)),
        Should("TTF9", "Every field is one of the data set.", Of(FieldFault.Unknown)),
        Must("TTF10", "A field that another one's value requires is there: paperFileCode (confidenceLevel 02), riskRecoveryStatus (riskRecovery 1), process (confidenceLevel 01, 03).", facts =>
            from description in facts.Descriptions
            from field in Conditional(description)
            where description.Field(field) is null
            select new Breach(description.Path, field, "nothing", "a value")),
        Must("TTF11", "startDate is not after endDate.", facts =>
            from description in facts.Descriptions
            where Records.PartialDate.TryParse(description.Field("startDate"), out var first) && Records.PartialDate.TryParse(description.Field("endDate"), out var last) && first.Earliest > last.Latest
            select new Breach(description.Path, "startDate", description.Field("startDate")!, $"not after {description.Field("endDate")}")),
    ];

    /// <summary>The fields that other fields' values require of a description.</summary>
    internal static IEnumerable<string> Conditional(DescriptionFacts description)
    {
        var level = description.Field(Field.ConfidenceLevel);
        if (description.Kind == DescriptionKind.Document && level is "01" or "03")
            yield return Field.Process;
        if (description.Kind == DescriptionKind.Dossier && level == "02")
            yield return CircularFields.PaperFileCode;
        if (description.Field(Field.RiskRecovery) == "1")
            yield return Field.RiskRecoveryStatus;
    }

    /// <summary>The problems of one kind. A dissemination package's documents have no issuer, and their code under its archival name (annex V).</summary>
    internal static Func<PackageFacts, IEnumerable<Breach>> Of(FieldFault fault, Func<DescriptionFacts, FieldProblem, bool>? counts = null) => facts =>
    {
        var disseminated = facts.Dossier?.Kind == DescriptionKind.Request;
        return from description in facts.Descriptions
               from problem in description.Problems
               where problem.Fault == fault && (counts is null || counts(description, problem))
               where !(disseminated && description.IsOfDocument && problem is { Field: Field.OrganName, Fault: FieldFault.Missing } or { Field: "arcDocCode", Fault: FieldFault.OtherName })
               select new Breach(description.Path, problem.Field, problem.Found, problem.Expected);
    };

    internal static bool Required(DescriptionFacts description, FieldProblem problem) =>
        DescriptionForm.Of(description.Kind).Any(rule => rule.Required && (rule.Name == problem.Field || rule.OtherNames.Contains(problem.Field)));
}
