using System.Globalization;
using Archive.Description;
using Archive.Packages.Rules;
using Archive.Records;

namespace Archive.Packages.Submitting;

/// <summary>What is said beside a table: it stands before what the table says.</summary>
/// <param name="AgencyCode">The agency's code.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="SubmissionCode">The registration of the submission.</param>
public sealed record SubmissionSaid(string? AgencyCode, string? AgencyName, string? SubmissionCode);

/// <summary>Makes the plan of a submission package of a table, or says row by row what keeps it from being one: a package it plans passes the check without a finding.</summary>
public static class SubmissionSheet
{
    private static readonly string[] NotDescribed = [SheetColumns.AgencyCode, SheetColumns.AgencyName, SheetColumns.SubmissionCode];

    /// <summary>Reads the table.</summary>
    /// <param name="rows">Its rows; of a workbook those of all its sheets.</param>
    /// <param name="said">What is said beside it.</param>
    public static SheetOutcome Read(IReadOnlyList<SheetRow> rows, SubmissionSaid said)
    {
        var table = SheetTable.Of(rows);
        var mistakes = new List<SheetMistake>(table.Mistakes);
        if (table.Rows.Count == 0)
            return new SheetOutcome.Mistaken(mistakes);
        if (table.Rows.Count > PackagePlan.MostRecords)
            return new SheetOutcome.Mistaken([new SheetMistake("the sheet", "", $"{table.Rows.Count} documents; a package takes {PackagePlan.MostRecords}.")]);

        var isDossier = !table.Dossier.ContainsKey(CircularFields.Source);
        var kind = isDossier ? DescriptionKind.Dossier : DescriptionKind.Batch;
        var defaults = table.Dossier.Where(field => !NotDescribed.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value.Value, StringComparer.Ordinal);
        var fileCode = defaults.GetValueOrDefault(Field.FileCode) ?? "";
        var documents = DocumentRows.Read(table, fileCode, defaults, mistakes);

        var whole = new Dictionary<string, string>(defaults, StringComparer.Ordinal);
        if (!isDossier)
            whole = whole.Where(field => DescriptionForm.Of(kind).Any(rule => rule.Name == field.Key)).ToDictionary();
        Complete(whole, isDossier, documents);
        var fields = FieldCells.Written(kind, whole, field => table.Dossier.GetValueOrDefault(field).Place ?? "the dossier", mistakes);
        Contradictions(fields, documents, mistakes);

        string? Told(string? beside, string field) => beside ?? table.Dossier.GetValueOrDefault(field).Value;
        var agency = Told(said.AgencyCode, SheetColumns.AgencyCode);
        if (agency is null)
            mistakes.Add(new SheetMistake("the dossier", SheetColumns.AgencyCode, "nothing says whose it is: --agency, or a row agencyCode (Mã cơ quan)."));
        var submission = Told(said.SubmissionCode, SheetColumns.SubmissionCode);
        if (submission is null || submission == fileCode)
            mistakes.Add(new SheetMistake("the dossier", SheetColumns.SubmissionCode, "nothing says under which registration it is submitted: --submission, or a row submissionCode (Mã đăng ký nộp lưu); the dossier's code is none."));
        return mistakes.Count > 0 ? new SheetOutcome.Mistaken([.. mistakes.Distinct()])
            : new SheetOutcome.Planned(new SubmissionPlan(isDossier, agency!, Told(said.AgencyName, SheetColumns.AgencyName) ?? agency!, submission!, fields, documents));
    }

    /// <summary>What the documents say of the whole where the table does not.</summary>
    private static void Complete(Dictionary<string, string> whole, bool isDossier, IReadOnlyList<SubmittedDocument> documents)
    {
        whole.TryAdd("totalDoc", documents.Count.ToString(CultureInfo.InvariantCulture));
        if (!isDossier)
            return;

        whole.TryAdd(Field.NumberOfPage, Pages(documents).ToString(CultureInfo.InvariantCulture));
        var languages = documents.SelectMany(document => document.Fields.GetValueOrDefault(Field.Language)?.Split(';') ?? []).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (languages.Length > 0)
            whole.TryAdd(Field.Language, string.Join(';', languages));
        var dates = documents.SelectMany(Dates).ToArray();
        if (dates.Length == 0)
            return;
        whole.TryAdd("startDate", dates.MinBy(date => date.Earliest).ToString());
        whole.TryAdd("endDate", dates.MaxBy(date => date.Latest).ToString());
    }

    private static void Contradictions(IReadOnlyDictionary<string, string> fields, IReadOnlyList<SubmittedDocument> documents, List<SheetMistake> mistakes)
    {
        void Count(string field, long counted)
        {
            if (fields.TryGetValue(field, out var told) && told != counted.ToString(CultureInfo.InvariantCulture))
                mistakes.Add(new SheetMistake("the dossier", field, $"it says {told}, the rows come to {counted}."));
        }

        Count("totalDoc", documents.Count);
        Count(Field.NumberOfPage, Pages(documents));
        if (PartialDate.TryParse(fields.GetValueOrDefault("startDate"), out var first) && PartialDate.TryParse(fields.GetValueOrDefault("endDate"), out var last) && first.Earliest > last.Latest)
            mistakes.Add(new SheetMistake("the dossier", "startDate", $"{first} is after endDate, {last}."));
    }

    private static IEnumerable<PartialDate> Dates(SubmittedDocument document) =>
        new[] { Field.IssuedDate, Field.PhotoTime, Field.RecordDate }.Select(field => PartialDate.TryParse(document.Fields.GetValueOrDefault(field), out var date) ? date : (PartialDate?)null).OfType<PartialDate>();

    private static long Pages(IReadOnlyList<SubmittedDocument> documents) =>
        documents.Sum(document => long.TryParse(document.Fields.GetValueOrDefault(Field.NumberOfPage), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : 0);
}
