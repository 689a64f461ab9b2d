using Archive.Records;
using Archive.Transfer;

namespace Archive.Tests.Transfer;

/// <summary>A case the law decides, and where it does.</summary>
/// <param name="Says">What it is about.</param>
/// <param name="Created">The date of the document as it is given; null where none is.</param>
/// <param name="Retention">The retention code; null where none is given.</param>
/// <param name="Filed">The year in which the current archive received it.</param>
/// <param name="Until">The last day of a longer term granted by exception; null where none is.</param>
/// <param name="Due">The last day in time, ISO 8601; <c>none</c> for what is not transferred, <c>unknown</c> where nobody can say.</param>
/// <param name="Limit">The last day the law allows, or null.</param>
/// <param name="Source">Where it is written down.</param>
public sealed record LegalCase(string Says, string? Created, string? Retention, int Filed, string? Until, string Due, string? Limit, string Source)
{
    private const string Plan = "KH 67/KH-UBND Hà Nội, QĐ 458/QĐ-TTg";
    private const string EndOfTerm = "Bộ luật Dân sự 91/2015/QH13, điều 148 khoản 3";
    private const string Codes = "TT 05/2025/TT-BNV (`maintenance`)";
    private const string Partial = "TT 05/2025/TT-BNV (`issuedDate` without day or month); the safe reading is this archive's";
    private const string Law = "Luật Lưu trữ 33/2024/QH15, chương III";

    /// <summary>All of them, under the city's plan (<see cref="TransferPolicy.Hanoi"/>).</summary>
    public static IReadOnlyList<LegalCase> All { get; } =
    [
        new("three years from the day of creation", "15/03/2023", "01", 2023, null, "2026-03-15", "2028-12-31", Plan),
        new("the day of creation, not of filing, begins the term", "15/03/2023", "01", 2025, null, "2026-03-15", "2030-12-31", Plan),
        new("filed after the term has ended: overdue at once", "15/03/1998", "01", 2026, null, "2001-03-15", "2031-12-31", Plan),
        new("29 February: the year of the end lacks the day, so the last of the month", "29/02/2024", "01", 2024, null, "2027-02-28", "2029-12-31", EndOfTerm),
        new("28 February: a leap year at the end adds no day", "28/02/2021", "01", 2021, null, "2024-02-28", "2026-12-31", EndOfTerm),
        new("1 March after a leap day", "01/03/2024", "01", 2024, null, "2027-03-01", "2029-12-31", EndOfTerm),
        new("the last day of a year", "31/12/2023", "01", 2023, null, "2026-12-31", "2028-12-31", EndOfTerm),
        new("the first day of a year", "01/01/2024", "01", 2024, null, "2027-01-01", "2029-12-31", EndOfTerm),
        new("the last day of a month of thirty", "30/04/2024", "01", 2024, null, "2027-04-30", "2029-12-31", EndOfTerm),
        new("a month alone: the earliest day it can mean", "03/2023", "01", 2023, null, "2026-03-01", "2028-12-31", Partial),
        new("the February of a leap year alone", "02/2024", "01", 2024, null, "2027-02-01", "2029-12-31", Partial),
        new("a year alone: the earliest day it can mean", "2023", "01", 2023, null, "2026-01-01", "2028-12-31", Partial),
        new("seventy years' retention stays with the agency", "15/03/2023", "02", 2023, null, "none", null, Codes),
        new("ten years' retention stays with the agency", "15/03/2023", "06", 2023, null, "none", null, Codes),
        new("another retention stays with the agency", "15/03/2023", "07", 2023, null, "none", null, Codes),
        new("retention not given: nobody can say", "15/03/2023", null, 2023, null, "unknown", null, Codes),
        new("date not given: nobody can say", null, "01", 2023, null, "unknown", null, Plan),
        new("a longer term by exception: due on the day it ends", "15/03/2023", "01", 2023, "2040-06-30", "2040-06-30", "2040-06-30", Law),
        new("one within the law's five years leaves the law's limit", "15/03/2023", "01", 2023, "2027-06-30", "2027-06-30", "2028-12-31", Law),
        new("the longest: thirty years from the end of the year of filing", "15/03/2023", "01", 2023, "2053-12-31", "2053-12-31", "2053-12-31", Law),
        new("one that ends before the plan's term moves nothing", "15/03/2023", "01", 2023, "2025-12-31", "2026-03-15", "2028-12-31", Plan),
    ];

    /// <summary>The record of the case, with the longer term granted where there is one.</summary>
    public ArchiveRecord Record => Clocks.Of(Retention, Created) with
    {
        AdmittedAt = new DateTimeOffset(Filed, 6, 1, 2, 0, 0, TimeSpan.Zero),
        Exemption = Until is null ? null : new Exemption("longer-term", "e", "b", "hoa", default, "minh", DateTimeOffset.UnixEpoch, Clocks.Day(Until)),
    };

    /// <summary>The case as a row of <c>docs/deadlines.md</c>.</summary>
    public string Row => $"| {Says} | {Created ?? "–"} | {Retention ?? "–"} | {Filed} | {Until ?? "–"} | {Due} | {Limit ?? "–"} | {Source} |";

    public override string ToString() => Says;
}
