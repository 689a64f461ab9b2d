using Archive.Description;
using Archive.Records;
using Archive.Tests.Accession;

namespace Archive.Tests.Description;

public sealed class DescribingTests
{
    private static readonly DocumentReading Blank = new("", 2, [], [], [], [Finding.Of(FindingCodes.NoText, "document")]);

    [Theory]
    [InlineData(RecordStatus.Admitted, 3, 2, true)]
    [InlineData(RecordStatus.Admitted, 3, 3, false)]
    [InlineData(RecordStatus.Described, 4, 2, false)]
    [InlineData(RecordStatus.Withheld, 4, 2, false)]
    public void A_message_that_a_restatement_has_overtaken_is_left_to_the_later_one(RecordStatus status, int held, int message, bool overtaken)
    {
        var record = Facts.Record() with { Status = status, Version = held };
        Assert.Equal(overtaken, Describing.IsOvertaken(record, new RecordAdmitted(record.Id.Value, message)));
    }

    [Fact]
    public void Describing_writes_the_next_version_with_both_voices_and_the_findings_of_the_reading()
    {
        var described = Describing.Of(Facts.Record((Field.Subject, "của cơ quan"), (Field.NumberOfPage, "3")), Blank, "agent", Facts.Now);
        Assert.Equal((2, RecordStatus.Described), (described.Record.Version, described.Record.Status));
        Assert.Equal("2", described.Record.Description.Said(Field.NumberOfPage, StatementSource.Document)!.Value);
        Assert.Equal("3", described.Record.Description.Value(Field.NumberOfPage));
        Assert.Contains(described.Record.Findings, finding => finding.Code == FindingCodes.NoText.Id);
        Assert.Contains(described.Record.Findings, finding => finding.Code == FindingCodes.Disagreement.Id);
    }

    [Fact]
    public void Describing_anew_replaces_what_the_earlier_reading_found()
    {
        var first = Describing.Of(Facts.Record(), Blank, "agent", Facts.Now).Record;
        var again = Describing.Of(first with { Status = RecordStatus.Admitted }, Blank with { Findings = [] }, "agent", Facts.Now).Record;
        Assert.DoesNotContain(again.Findings, finding => finding.Code == FindingCodes.NoText.Id);
    }

    [Fact]
    public void A_stamp_that_admission_had_no_time_to_see_withholds_the_record()
    {
        var stamped = Blank with { Pages = Drafts.Plan().Left(130, "TỐI MẬT", bold: true).Pages() };
        var withheld = Describing.Of(Facts.Record((Field.Mode, "01")), stamped, "agent", Facts.Now).Record;
        Assert.Equal(RecordStatus.Withheld, withheld.Status);
        Assert.Equal("TỐI MẬT", Assert.Single(withheld.Findings, finding => finding.Code == FindingCodes.FoundSecret.Id).Values[0]);
    }

    [Fact]
    public void A_cell_of_a_sheet_is_no_stamp()
    {
        var record = Facts.Record();
        var sheet = record with { Content = record.Content with { Format = record.Content.Format with { Family = FormatFamily.Spreadsheet } } };
        var reading = Blank with { Pages = Drafts.Plan().Left(130, "MẬT", bold: true).Pages() };
        Assert.Equal(RecordStatus.Described, Describing.Of(sheet, reading, "agent", Facts.Now).Record.Status);
    }

    [Fact]
    public void Each_signature_has_its_journal_line()
    {
        var signature = new SignatureReading("Nguyễn Văn A", "CA", Facts.Now, Intact: true, CoversWholeFile: false, Problem: null);
        var described = Describing.Of(Facts.Record(), Blank with { Signatures = [signature] }, "agent", Facts.Now);
        var line = Assert.Single(described.Journal, line => line.Type == EventTypes.DigitalSignatureValidation);
        Assert.Equal(EventOutcome.Failure, line.Outcome);
    }
}
