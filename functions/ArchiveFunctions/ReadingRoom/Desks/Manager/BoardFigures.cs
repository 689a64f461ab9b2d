using System.Globalization;
using Archive.ReadingRoom.Board;
using Archive.Records;
using ArchiveFunctions.Accession;
using ArchiveFunctions.ReadingRoom.Pages;

namespace ArchiveFunctions.ReadingRoom.Desks.Manager;

/// <summary>Makes the board's figures of its facts. Numbers are of all records, also of those a manager may not see; lists behind them are not.</summary>
internal static class BoardFigures
{
    private const int MonthsShown = 12;

    /// <summary>All of them, in the board's order.</summary>
    public static BoardView Of(BoardFacts facts, PageWords words) =>
        new([Holdings(facts, words), Types(facts, words), Ingest(facts, words), Refused(facts, words), Term(facts, words), Overdue(facts, words)]);

    private static Figure Holdings(BoardFacts facts, PageWords words)
    {
        var agencies = facts.Months.SelectMany(month => month.Agencies).GroupBy(agency => agency.Key, agency => agency.Value)
            .Select(agency => (Code: agency.Key, Records: agency.Sum(month => (long)month.Admitted), Bytes: agency.Sum(month => month.Bytes)))
            .Where(agency => agency.Records > 0).OrderByDescending(agency => agency.Records).ThenBy(agency => agency.Code, StringComparer.Ordinal).ToList();
        return new Figure(
            "holdings",
            words["board.holdings"],
            Counted(facts.Months.Select(month => month.CountedAt), words),
            [words["search.agency"], words["board.records"], words["board.bytes"]],
            [.. agencies.Select(agency => new FigureRow(Name(agency.Code, facts.Agencies, words), PageFrame.To("/reading-room", ("agency", agency.Code)), [Number(agency.Records), Number(agency.Bytes)], agency.Records))]);
    }

    private static Figure Types(BoardFacts facts, PageWords words) => new(
        "types",
        words["board.types"],
        words["board.source.index", Dates.Spoken(facts.Now)],
        [words["search.type"], words["board.records"]],
        [.. facts.Types.Select(type => new FigureRow(SearchView.TypeName(type.Value, words), PageFrame.To("/reading-room", ("type", type.Value)), [Number(type.Count)], type.Count))]);

    private static Figure Ingest(BoardFacts facts, PageWords words) => new(
        "ingest",
        words["board.ingest"],
        Counted(facts.Months.Select(month => month.CountedAt), words),
        [words["board.month"], words["board.admitted"], words["board.refused"]],
        [
            .. facts.Months.TakeLast(MonthsShown).Select(month => (month.Month, Admitted: month.Agencies.Values.Sum(agency => agency.Admitted), Refused: month.Agencies.Values.Sum(agency => agency.Uploads)))
                .Select(month => new FigureRow(Spoken(month.Month), PageFrame.To("/reading-room", ("admitted", Iso(month.Month))), [Number(month.Admitted), Number(month.Refused)], month.Admitted)),
        ]);

    private static Figure Refused(BoardFacts facts, PageWords words) => new(
        "refused",
        words["board.refusals", MonthsShown],
        Counted(facts.Months.Select(month => month.CountedAt), words),
        [words["board.code"], words["board.uploads"]],
        [
            .. facts.Months.TakeLast(MonthsShown).SelectMany(month => month.Agencies.Values).SelectMany(agency => agency.Refused).GroupBy(code => code.Key, code => code.Value)
                .Select(code => (Code: code.Key, Count: code.Sum())).OrderByDescending(code => code.Count).ThenBy(code => code.Code, StringComparer.Ordinal)
                .Select(code => new FigureRow(
                    $"{code.Code} {Resources.Words.Sentence(new Finding(code.Code, Severity.Error, "", []), words.Language)}", PageFrame.To("/desk/board/refusals", ("code", code.Code)), [Number(code.Count)], code.Count)),
        ]);

    /// <summary>What a refusal's number is the sum of: the uploads refused for a reason, by month and agency, the latest month first.</summary>
    public static IEnumerable<RefusedUploads> RefusedFor(string code, IReadOnlyList<IngestMonth> months) =>
        from month in months.TakeLast(MonthsShown)
        from agency in month.Agencies
        let count = agency.Value.Refused.GetValueOrDefault(code)
        where count > 0
        orderby month.Month descending, count descending, agency.Key
        select new RefusedUploads(month.Month, agency.Key, count);

    /// <summary>A month's bar is its rate, so that months of few records compare with months of many.</summary>
    private static Figure Term(BoardFacts facts, PageWords words) => new(
        "term",
        words["board.term"],
        facts.Terms is [.., var last] ? words["board.source.frozen", Dates.Spoken(last.Month.AddMonths(1).AddDays(-1))] : words["board.source.none"],
        [words["board.month"], words["board.in-time"], words["board.due"], words["board.rate"]],
        [
            .. facts.Terms.TakeLast(MonthsShown).Select(month => new FigureRow(
                Spoken(month.Month),
                PageFrame.To("/api/targets/transfer-within-term", ("month", Iso(month.Month)), ("list", "missing")),
                [Number(month.InTime), Number(month.Due), month.Due == 0 ? "–" : (100.0 * month.InTime / month.Due).ToString("0.#", words.Language) + " %"],
                month.Due == 0 ? 0 : 100.0 * month.InTime / month.Due)),
        ]);

    private static Figure Overdue(BoardFacts facts, PageWords words) => new(
        "overdue",
        words["board.overdue"],
        Counted(facts.Overdue is { } count ? [count.CountedAt] : [], words),
        [words["search.agency"], words["board.records"]],
        [
            .. (facts.Overdue?.Agencies ?? new Dictionary<string, IReadOnlyDictionary<string, int>>()).Select(agency => (Code: agency.Key, Count: agency.Value.Values.Sum()))
                .OrderByDescending(agency => agency.Count).ThenBy(agency => agency.Code, StringComparer.Ordinal)
                .Select(agency => new FigureRow(Name(agency.Code, facts.Agencies, words), PageFrame.To("/desk/board/overdue", ("agency", agency.Code)), [Number(agency.Count)], agency.Count)),
        ]);

    private static string Counted(IEnumerable<DateTimeOffset> at, PageWords words) => at.ToList() is { Count: > 0 } times ? words["board.source.counted", Dates.Spoken(times.Max())] : words["board.source.none"];

    /// <summary>What an agency is called, or the folders that are no agency's.</summary>
    public static string Name(string code, IReadOnlyDictionary<AgencyCode, Agency> agencies, PageWords words) =>
        code == UploadTable.Strangers ? words["board.strangers"] : AgencyCode.TryParse(code, out var agency) ? agencies.NameOf(agency, words.Language) : code;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>A month as people write it.</summary>
    public static string Spoken(DateOnly month) => month.ToString("MM'/'yyyy", CultureInfo.InvariantCulture);
}
