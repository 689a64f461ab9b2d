using Archive.Accession;
using Archive.Description;
using Archive.Records;

namespace Archive.Tests.Accession;

public sealed class RestatementTests
{
    private static readonly InboxBlob Sidecar = new("H26.01/quyet-dinh.pdf.metadata.json", "\"9\"");

    [Fact]
    public void A_late_sidecar_makes_the_next_version_to_be_described_anew()
    {
        var held = Facts.Record() with { Status = RecordStatus.Described, Version = 2 };
        var (next, journal) = Restatement.Apply(held, Facts.Reading((Field.Mode, "01"), (Field.Subject, "x")), [Sidecar], Facts.Now)!.Value;
        Assert.Equal((3, RecordStatus.Admitted, AccessMode.Public), (next.Version, next.Status, next.Access));
        Assert.Contains(Sidecar, next.Origins);
        Assert.Equal(EventTypes.MetadataModification, Assert.Single(journal).Type);
    }

    [Fact]
    public void Saying_the_same_again_changes_nothing() =>
        Assert.Null(Restatement.Apply(Facts.Record((Field.Subject, "x")), Facts.Reading((Field.Subject, "x")), [Sidecar], Facts.Now));

    [Fact]
    public void What_the_document_says_stays_beside_the_new_word()
    {
        var read = new Statement(Field.Subject, "trên trang", StatementSource.Document, 0.95, "page 1");
        var held = Facts.Record() with { Description = new RecordDescription([read]) };
        var (next, _) = Restatement.Apply(held, Facts.Reading((Field.Subject, "của cơ quan")), [Sidecar], Facts.Now)!.Value;
        Assert.Contains(read, next.Description.Statements);
        Assert.Equal("của cơ quan", next.Description.Value(Field.Subject));
    }

    [Fact]
    public void A_record_marked_secret_after_its_admission_is_withheld_at_once()
    {
        var (next, _) = Restatement.Apply(Facts.Record((Field.Mode, "01")), Facts.Reading((Field.Mode, "03")), [Sidecar], Facts.Now)!.Value;
        Assert.Equal((RecordStatus.Withheld, AccessMode.Secret), (next.Status, next.Access));
        Assert.Contains(next.Findings, finding => finding.Code == FindingCodes.FoundSecret.Id);
    }

    [Fact]
    public void A_record_whose_bytes_come_again_as_secret_is_withheld_once_and_waits_to_be_announced()
    {
        var marking = Finding.Of(FindingCodes.SecretMarking, Field.Mode, "03");
        var (next, journal) = Restatement.Withhold(Facts.Record((Field.Mode, "01")) with { Status = RecordStatus.Described }, marking, [Sidecar], Facts.Now)!.Value;
        Assert.Equal((2, RecordStatus.Withheld), (next.Version, next.Status));
        Assert.Equal("03", Assert.Single(next.Findings, finding => finding.Code == FindingCodes.FoundSecret.Id).Values[0]);
        Assert.Contains(Sidecar, next.Origins);
        Assert.Single(journal);
        Assert.Null(Restatement.Withhold(next, marking, [Sidecar], Facts.Now));
    }

    [Fact]
    public void A_statement_that_declares_other_content_does_not_speak_of_the_record()
    {
        var held = Facts.Record();
        Assert.Null(Restatement.Objection(held, Facts.Reading() with { DeclaredSize = held.Content.Size, DeclaredDigest = held.Content.Digest }, "a"));
        Assert.Equal("A-104", Restatement.Objection(held, Facts.Reading() with { DeclaredSize = 1 }, "a")?.Code);
        Assert.Equal("A-104", Restatement.Objection(held, Facts.Reading() with { DeclaredDigest = Facts.DigestOf("other") }, "a")?.Code);
        Assert.Null(Restatement.Objection(held, Facts.Reading((Field.Mode, "03")) with { DeclaredSize = 1 }, "a"));
    }

    [Fact]
    public void A_withheld_record_stays_withheld_whatever_is_said_of_it_later()
    {
        var (withheld, _) = Restatement.Apply(Facts.Record((Field.Mode, "01")), Facts.Reading((Field.Mode, "03")), [Sidecar], Facts.Now)!.Value;
        foreach (var mode in new[] { "01", "03" })
        {
            var (next, _) = Restatement.Apply(withheld, Facts.Reading((Field.Mode, mode), (Field.Subject, "x")), [Sidecar], Facts.Now)!.Value;
            Assert.Equal(RecordStatus.Withheld, next.Status);
            Assert.Single(next.Findings, finding => finding.Code == FindingCodes.FoundSecret.Id);
        }
    }

    [Fact]
    public void A_package_that_names_it_in_another_dossier_adds_that_dossier_and_changes_no_word()
    {
        var held = Facts.Record((Field.FileCode, "A.1"), (Field.Subject, "x")) with { Status = RecordStatus.Described, Version = 2 };
        var (next, journal) = Restatement.Join(held, Facts.Reading((Field.FileCode, "B.2"), (Field.Subject, "y")), Sidecar, Facts.Now)!.Value;
        Assert.Equal((3, RecordStatus.Described), (next.Version, next.Status));
        Assert.Equal(["B.2"], next.AlsoIn);
        Assert.Equal(held.Description.Statements, next.Description.Statements);
        Assert.Empty(next.Findings);
        Assert.Contains("dossier=B.2", Assert.Single(journal).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Field.Mode, "01", "02", "02")]
    [InlineData(Field.Mode, "02", "01", "02")]
    [InlineData(Field.Mode, null, "01", null)]
    [InlineData(Field.Maintenance, "06", "01", "01")]
    [InlineData(Field.Maintenance, "01", "06", "01")]
    [InlineData(Field.Maintenance, null, "03", "03")]
    [InlineData(Field.Maintenance, "07", "06", "07")]
    [InlineData(Field.Maintenance, "06", "07", "06")]
    public void Of_two_dossiers_words_the_stricter_and_the_longer_binds_and_a_person_is_told(string field, string? own, string other, string? binding)
    {
        var held = Facts.Record([(Field.FileCode, "A.1"), .. own is null ? Array.Empty<(string, string)>() : [(field, own)]]) with { Status = RecordStatus.Described };
        var (next, _) = Restatement.Join(held, Facts.Reading((Field.FileCode, "B.2"), (field, other)), Sidecar, Facts.Now)!.Value;
        Assert.Equal(binding, next.Description.Value(field));
        Assert.Equal(binding == own ? RecordStatus.Described : RecordStatus.Admitted, next.Status);
        var told = Assert.Single(next.Findings);
        Assert.Equal((FindingCodes.OtherDossierDiffers.Id, field, "B.2", other), (told.Code, told.Where, told.Values[0], told.Values[1]));
    }

    [Fact]
    public void A_record_that_is_handed_over_joins_another_dossier_and_stays_as_it_is()
    {
        var held = Facts.Record((Field.FileCode, "A.1"), (Field.Mode, "01")) with { Status = RecordStatus.Described, Custody = Custody.Historical };
        var (next, _) = Restatement.Join(held, Facts.Reading((Field.FileCode, "B.2"), (Field.Mode, "02")), Sidecar, Facts.Now)!.Value;
        Assert.Equal((RecordStatus.Described, "01"), (next.Status, next.Description.Value(Field.Mode)));
        Assert.Equal(["B.2"], next.AlsoIn);
        Assert.Equal(FindingCodes.OtherDossierDiffers.Id, Assert.Single(next.Findings).Code);
    }

    [Fact]
    public void A_dossier_is_joined_once_and_never_its_own()
    {
        var held = Facts.Record((Field.FileCode, "A.1")) with { AlsoIn = ["B.2"] };
        Assert.Null(Restatement.Join(held, Facts.Reading((Field.FileCode, "B.2")), Sidecar, Facts.Now));
        Assert.Null(Restatement.Join(held, Facts.Reading((Field.FileCode, "A.1")), Sidecar, Facts.Now));
        Assert.Null(Restatement.Join(held, Facts.Reading((Field.Subject, "x")), Sidecar, Facts.Now));
        Assert.Null(Restatement.Join(Facts.Record((Field.Subject, "x")), Facts.Reading((Field.FileCode, "B.2")), Sidecar, Facts.Now));
        Assert.NotNull(Restatement.Join(held, Facts.Reading((Field.FileCode, "C.3")), Sidecar, Facts.Now));
        Assert.Null(Restatement.Join(held with { AlsoIn = [.. Enumerable.Range(1, ArchiveRecord.MostOtherDossiers).Select(number => $"{number}")] }, Facts.Reading((Field.FileCode, "C.3")), Sidecar, Facts.Now));
    }

    [Fact]
    public void A_withheld_record_stays_withheld_in_another_dossier() => Assert.Equal(
        RecordStatus.Withheld,
        Restatement.Join(Facts.Record((Field.FileCode, "A.1")) with { Status = RecordStatus.Withheld }, Facts.Reading((Field.FileCode, "B.2")), Sidecar, Facts.Now)!.Value.Next.Status);
}
