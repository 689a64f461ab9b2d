using System.Xml.Linq;
using Archive.Description;

namespace Archive.Packages.Rules;

/// <summary>Reads a descriptive file of the circular: what it describes, the fields rules ask for, and what is wrong with any of its fields.</summary>
internal static class DescriptionReading
{
    private const int Quoted = 100;

    /// <summary>What rules ask for. All other values are judged as they are read, and not held.</summary>
    private static readonly string[] Asked =
    [
        Field.FileCode, Field.DocCode, Field.DocId, "arcFileCode", "totalDoc", "startDate", "endDate", Field.NumberOfPage, CircularFields.PaperFileCode, Field.ConfidenceLevel, Field.Process,
        Field.RiskRecovery, Field.RiskRecoveryStatus,
    ];

    /// <summary>Reads it.</summary>
    /// <param name="path">Below the package's folder.</param>
    /// <param name="root">Its root element.</param>
    public static DescriptionFacts Read(string path, XElement root)
    {
        var kind = KindOf(path, root);
        var values = root.Elements().DistinctBy(field => field.Name.LocalName).ToDictionary(field => field.Name.LocalName, field => field.Value, StringComparer.Ordinal);
        var problems = kind == DescriptionKind.Other || IsArchival(values) ? [] : Problems(root, kind, values).ToArray();
        return new DescriptionFacts(path, root.Name.NamespaceName, kind, Held(values), problems);
    }

    /// <summary>
    /// The circular gives its files no namespace; the archive's own have one. Elsewhere a file's name tells a document from a photo, and its fields tell
    /// a dossier from a batch and a request.
    /// </summary>
    public static DescriptionKind KindOf(string path, XElement root)
    {
        if (root.Name.LocalName != DescriptiveFile.Root)
            return DescriptionKind.Other;

        bool Names(params ReadOnlySpan<string> names)
        {
            foreach (var field in root.Elements())
            {
                if (names.Contains(field.Name.LocalName))
                    return true;
            }

            return false;
        }

        if (path.StartsWith("metadata/", StringComparison.OrdinalIgnoreCase))
        {
            return root.Name.NamespaceName == DescriptiveFile.Request || Names("requestID", "purposeContent") ? DescriptionKind.Request
                : root.Name.NamespaceName == DescriptiveFile.Batch || Names(CircularFields.Source) ? DescriptionKind.Batch
                : DescriptionKind.Dossier;
        }

        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("EAD_pic", StringComparison.OrdinalIgnoreCase) || Names(Field.TypePic) ? DescriptionKind.Photo
            : name.StartsWith("EAD_media", StringComparison.OrdinalIgnoreCase) || Names(Field.TypeMedia) ? DescriptionKind.Media
            : DescriptionKind.Document;
    }

    /// <summary>Whether it has the fields of an archival package, which the schemas judge.</summary>
    private static bool IsArchival(Dictionary<string, string> values) => values.ContainsKey("arcFileCode") && !values.ContainsKey(Field.FileCode) && !values.ContainsKey(Field.DocId);

    private static Dictionary<string, string> Held(Dictionary<string, string> values)
    {
        var held = Asked.Where(values.ContainsKey).ToDictionary(name => name, name => values[name], StringComparer.Ordinal);
        if (values.TryGetValue("arcDocCode", out var code))
            held.TryAdd(Field.DocCode, code);
        return held;
    }

    private static IEnumerable<FieldProblem> Problems(XElement root, DescriptionKind kind, Dictionary<string, string> values)
    {
        var form = DescriptionForm.Of(kind);
        foreach (var twice in root.Elements().GroupBy(field => field.Name.LocalName).Where(group => group.Skip(1).Any()))
            yield return new FieldProblem(FieldFault.Twice, twice.Key, $"{twice.Count()}", "1");
        foreach (var rule in form.Where(rule => rule.Required && !rule.OtherNames.Append(rule.Name).Any(values.ContainsKey)))
            yield return new FieldProblem(FieldFault.Missing, rule.Name, "nothing", "a value");
        foreach (var (name, value) in values)
        {
            var rule = form.FirstOrDefault(rule => rule.Name == name) ?? form.FirstOrDefault(rule => rule.OtherNames.Contains(name));
            if (rule is null)
            {
                yield return new FieldProblem(FieldFault.Unknown, name, name, "a field of the data set");
                continue;
            }

            if (rule.Name != name)
                yield return new FieldProblem(FieldFault.OtherName, name, name, rule.Name);
            if (Problem(rule, name, value) is { } problem)
                yield return problem;
        }
    }

    private static FieldProblem? Problem(FieldRule rule, string name, string value)
    {
        var given = value.Trim();
        if (given.Length == 0)
            return new(FieldFault.Empty, name, "nothing", "a value");
        if (value.Length > rule.MaxLength)
            return new(FieldFault.TooLong, name, $"{value.Length} letters", $"{rule.MaxLength} letters");
        var read = FieldValue.Of(rule, given);
        return read.Written is null ? new(Fault(rule.Kind), name, Quote(given), read.Expected)
            : read.Written != given ? new(FieldFault.OtherForm, name, Quote(given), read.Written)
            : null;
    }

    private static FieldFault Fault(FieldKind kind) => kind switch
    {
        FieldKind.Date => FieldFault.NoDate,
        FieldKind.Count or FieldKind.Size => FieldFault.NoNumber,
        FieldKind.Flag => FieldFault.NoFlag,
        _ => FieldFault.Unlisted,
    };

    private static string Quote(string value) => value.Length <= Quoted ? value : value[..Quoted] + "…";
}
