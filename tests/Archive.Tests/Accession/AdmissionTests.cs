using Archive.Accession;
using Archive.Description;
using Archive.Records;

namespace Archive.Tests.Accession;

public sealed class AdmissionTests
{
    private static readonly AdmissionPolicy Policy = new();

    [Fact]
    public void A_sound_upload_of_a_registered_agency_becomes_a_record()
    {
        var facts = Facts.Upload();
        var admitted = Assert.IsType<Verdict.Admitted>(Admission.Judge(facts, Policy, Facts.Now));
        Assert.Equal(RecordId.ForContent(Facts.Agency.Code, facts.Digest!.Value), admitted.Record.Id);
        Assert.Equal((1, RecordStatus.Admitted, Custody.Agency), (admitted.Record.Version, admitted.Record.Status, admitted.Record.Custody));
        Assert.Equal([facts.Blob], admitted.Record.Origins);
        Assert.Equal(facts.Name, admitted.Record.Content.OriginalName);
    }

    [Fact]
    public void The_journal_tells_capture_digest_format_validation_and_ingestion()
    {
        var admitted = (Verdict.Admitted)Admission.Judge(Facts.Upload(), Policy, Facts.Now);
        Assert.Equal(
            [EventTypes.Capture, EventTypes.MessageDigestCalculation, EventTypes.FormatIdentification, EventTypes.Validation, EventTypes.Ingestion],
            admitted.Journal.Select(line => line.Type));
        Assert.All(admitted.Journal, line => Assert.Equal(Facts.Now, line.At));
    }

    [Fact]
    public void A_record_nobody_has_classed_is_conditional() => Assert.Equal(AccessMode.Conditional, Facts.Record().Access);

    [Fact]
    public void What_the_depositor_says_goes_with_the_record()
    {
        var record = Facts.Record((Field.Mode, "01"), (Field.Subject, "Về việc nộp lưu"));
        Assert.Equal(AccessMode.Public, record.Access);
        Assert.Equal("Về việc nộp lưu", record.Description.Value(Field.Subject));
        Assert.Equal(2, record.Origins.Count);
    }

    public static TheoryData<string, UploadFacts> Refusals => new()
    {
        { "A-101", Facts.Upload() with { Size = 0 } },
        { "A-102", Facts.Upload() with { Size = (50L << 30) + 1, Digest = null } },
        { "A-104", Facts.Upload() with { DeclaredSize = 1 } },
        { "A-104", Facts.Upload() with { DeclaredDigest = Facts.DigestOf("other") } },
        { "A-104", Facts.Upload() with { Statement = Facts.Says() with { Reading = Facts.Reading() with { DeclaredDigest = Facts.DigestOf("other") } } } },
        { "A-105", Facts.Upload() with { ContentFindings = [Finding.Of(FindingCodes.Encrypted, "a.pdf")] } },
        { "A-109", Facts.Upload() with { Agency = null } },
        { "A-110", Facts.Upload() with { SecretStamp = "TUYỆT MẬT" } },
        { "A-110", Facts.Upload() with { Statement = Facts.Says((Field.Mode, "03")) } },
        { "A-112", Facts.Upload(name: "a\u0007.pdf") },
        { "S-201", Facts.Upload() with { Statement = Facts.Says() with { Reading = new SidecarReading.Broken(Finding.Of(FindingCodes.SidecarBroken, "sidecar")) } } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void An_upload_with_an_error_is_refused_with_its_code(string code, UploadFacts facts)
    {
        var refused = Assert.IsType<Verdict.Refused>(Admission.Judge(facts, Policy, Facts.Now));
        Assert.Equal([code], refused.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code).Distinct());
    }

    [Fact]
    public void Only_secret_content_is_erased_and_not_kept_in_quarantine()
    {
        Assert.True(((Verdict.Refused)Admission.Judge(Facts.Upload() with { SecretStamp = "MẬT" }, Policy, Facts.Now)).Erase);
        Assert.False(((Verdict.Refused)Admission.Judge(Facts.Upload() with { Size = 0 }, Policy, Facts.Now)).Erase);
    }

    [Fact]
    public void Warnings_are_kept_with_the_record_and_refuse_nothing()
    {
        var warned = Facts.Says((Field.Subject, "x")) with { Reading = Facts.Reading((Field.Subject, "x")) with { Findings = [Finding.Of(FindingCodes.FieldMissing, Field.Mode)] } };
        var admitted = Assert.IsType<Verdict.Admitted>(Admission.Judge(Facts.Upload() with { Statement = warned }, Policy, Facts.Now));
        Assert.Equal(["S-207"], admitted.Record.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void A_repeated_run_meets_its_own_record_as_admitted_and_a_second_upload_as_already_held()
    {
        var first = (Verdict.Admitted)Admission.Judge(Facts.Upload(), Policy, Facts.Now);
        var described = first.Record with { Version = 2, Status = RecordStatus.Described };
        var again = (Verdict.Admitted)Admission.Judge(Facts.Upload(), Policy, Facts.Now.AddMinutes(1));
        var other = (Verdict.Admitted)Admission.Judge(Facts.Upload(name: "copy.pdf"), Policy, Facts.Now.AddMinutes(1));

        Assert.Equal(UploadStatus.Admitted, Admission.Meet(again, described));
        Assert.Equal(UploadStatus.AlreadyHeld, Admission.Meet(other, described));
    }
}
