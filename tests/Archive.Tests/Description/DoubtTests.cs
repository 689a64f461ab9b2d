using Archive.Catalogue;
using Archive.Description;
using Archive.Records;
using Archive.Tests.Accession;

namespace Archive.Tests.Description;

public sealed class DoubtTests
{
    private static readonly ArchiveRecord Clean = Facts.Record((Field.CodeNumber, "12"), (Field.IssuedDate, "03/1998"), (Field.OrganName, "Sở Nội vụ")) with { Status = RecordStatus.Described };

    [Fact]
    public void A_record_of_which_number_date_and_issuer_are_known_is_not_doubtful() => Assert.Empty(Doubt.Of(Clean));

    [Fact]
    public void What_nobody_could_say_is_missing_by_name()
    {
        var doubts = Doubt.Of(Clean with { Description = RecordDescription.Empty });
        Assert.Equal([new(Doubt.NumberMissing, Field.CodeNumber), new(Doubt.DateMissing, Field.IssuedDate), new(Doubt.IssuerMissing, Field.OrganName)], doubts);
    }

    [Fact]
    public void What_was_read_too_doubtfully_to_stand_is_missing()
    {
        var read = new Statement(Field.CodeNumber, "12", StatementSource.Document, 0.6, "page 1");
        var record = Clean with { Description = new RecordDescription([.. Clean.Description.Statements.Where(said => said.Field != Field.CodeNumber), read]) };
        Assert.Equal([Doubt.NumberMissing], Doubt.Of(record).Select(doubt => doubt.Code));
    }

    [Theory]
    [InlineData("D-301", Doubt.Disagreement, Field.Subject)]
    [InlineData("D-306", Doubt.LowConfidence, Field.Subject)]
    [InlineData("D-303", Doubt.LegacyEncoding, null)]
    [InlineData("D-302", Doubt.NoText, null)]
    public void A_finding_of_the_description_is_a_doubt_with_its_field(string finding, string code, string? field)
    {
        var record = Clean with { Findings = [new Finding(finding, Severity.Warning, Field.Subject, [])] };
        Assert.Equal([new Doubt(code, field)], Doubt.Of(record));
    }

    [Theory]
    [InlineData("D-304")]
    [InlineData("S-207")]
    [InlineData("T-401")]
    public void Other_findings_are_none(string finding) => Assert.Empty(Doubt.Of(Clean with { Findings = [new Finding(finding, Severity.Note, "text", [])] }));

    [Theory]
    [InlineData(RecordStatus.Admitted)]
    [InlineData(RecordStatus.Withheld)]
    public void What_is_not_described_or_withheld_is_in_no_queue(RecordStatus status) => Assert.Empty(Doubt.Of(Clean with { Status = status, Description = RecordDescription.Empty }));

    [Theory]
    [InlineData(FormatFamily.Audio)]
    [InlineData(FormatFamily.Video)]
    public void Sound_and_film_need_no_number(FormatFamily family) =>
        Assert.Empty(Doubt.Of(Clean with { Description = RecordDescription.Empty, Content = Clean.Content with { Format = Clean.Content.Format with { Family = family } } }));

    [Fact]
    public void The_index_has_each_reason_once_and_none_of_a_clean_record()
    {
        var twice = Clean with { Findings = [Finding.Of(FindingCodes.Disagreement, Field.Subject, "a", "b"), Finding.Of(FindingCodes.Disagreement, Field.OrganName, "a", "b")] };
        Assert.Equal([Doubt.Disagreement], CatalogueEntry.Of(twice, "")!.Doubts);
        Assert.Empty(CatalogueEntry.Of(Clean, "")!.Doubts);
    }
}
