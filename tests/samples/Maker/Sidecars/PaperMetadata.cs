using System.Globalization;
using Archive.Description;
using SampleMaker.Papers;

namespace SampleMaker.Sidecars;

/// <summary>What a depositor says of a paper, in the fields of TT 05/2025.</summary>
internal static class PaperMetadata
{
    /// <summary>All mandatory fields and those a paper has; values are text but for counts.</summary>
    public static SortedDictionary<string, object> Fields(Paper paper)
    {
        var fields = new SortedDictionary<string, object>(StringComparer.Ordinal);
        void Add(string field, object? value)
        {
            if (value is not null)
                fields[field] = value;
        }

        var dossier = DossierCode(paper);
        Add(Field.FileCode, dossier);
        Add(Field.DocId, dossier + ".1");
        Add(Field.DocCode, dossier + ".0000001");
        Add(Field.Maintenance, paper["retention"]);
        Add(Field.TypeName, paper["code"]);
        Add(Field.CodeNumber, paper["number"]);
        Add(Field.CodeNotation, paper["notation"]);
        Add(Field.IssuedDate, paper["date"] ?? paper["read-date"]);
        Add(Field.OrganName, Agencies.Name(paper.Agency));
        Add(Field.Subject, paper.Subject);
        Add(Field.Language, "01");
        Add(Field.NumberOfPage, PaperFiles.PageCount(paper) ?? 1);
        Add(Field.Mode, paper["access"] ?? "01");
        AddOrigin(paper, Add);
        foreach (var said in paper["says"]?.Split(';', StringSplitOptions.TrimEntries) ?? [])
            fields[said.Split('=')[0]] = said.Split('=')[1];
        return fields;
    }

    /// <summary>A scan is digitised, has a physical condition and no trail; all else is born digital and has one.</summary>
    private static void AddOrigin(Paper paper, Action<string, object?> add)
    {
        var isScan = paper.Form == "scan";
        add(Field.ConfidenceLevel, isScan ? "02" : "01");
        add(Field.Format, isScan ? "02" : null);
        add(Field.Process, isScan ? null : "0");
        add(Field.RiskRecovery, paper["retention"] == "01" ? "1" : "0");
        add(Field.RiskRecoveryStatus, paper["retention"] == "01" ? "02" : null);
    }

    private static string DossierCode(Paper paper) => string.Create(
        CultureInfo.InvariantCulture,
        $"{paper.Agency}.{paper.FileDate[6..]}.{PaperReader.All.ToList().IndexOf(paper) + 1:D2}.VTLT");
}
