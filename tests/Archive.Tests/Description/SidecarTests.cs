using System.Text;
using Archive.Description;
using Archive.Records;
using CsCheck;

namespace Archive.Tests.Description;

public sealed class SidecarTests
{
    private const string Whole = """
        {
          "docId": "H26.2021.01.1", "docCode": "H26.2021.01.0000001", "fileCode": "H26.2021.01", "maintenance": "01", "typeName": "10",
          "codeNumber": "67", "codeNotation": "KH-UBND", "issuedDate": "16/03/2021", "organName": "UBND thành phố Hà Nội",
          "subject": "Triển khai Đề án lưu trữ", "language": "01", "numberOfPage": 12, "mode": "01", "riskRecovery": false,
          "sha256": "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", "size": 1234
        }
        """;

    [Fact]
    public void A_whole_sidecar_is_read_without_findings()
    {
        var read = Read(Whole);

        Assert.Empty(read.Findings);
        Assert.Equal(14, read.Statements.Count);
        Assert.All(read.Statements, said => Assert.Equal((StatementSource.Depositor, 1.0, "sidecar"), (said.Source, said.Confidence, said.Where)));
        Assert.Equal(("12", "0"), (read.Statements.Value(Field.NumberOfPage), read.Statements.Value(Field.RiskRecovery)));
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", read.DeclaredDigest?.Value);
        Assert.Equal(1234, read.DeclaredSize);
    }

    [Theory]
    [InlineData("mode", "công khai", "01")]
    [InlineData("Mode", "Không hạn chế", "01")]
    [InlineData("Rights", "Hạn chế", "02")]
    [InlineData("mode", "sử dụng có điều kiện", "02")]
    [InlineData("mode", "MẬT", "03")]
    [InlineData("MODE", "3", "03")]
    [InlineData("maintenance", "Vĩnh viễn", "01")]
    [InlineData("Maintenance", "20 năm", "05")]
    [InlineData("typeName", "Kế hoạch", "10")]
    [InlineData("TypeName", "TTr", "15")]
    [InlineData("typeName", "2", "02")]
    [InlineData("language", "Tiếng Việt, Tiếng Anh", "01;02")]
    [InlineData("language", "Việt-Anh", "06")]
    [InlineData("confidenceLevel", "số hóa", "02")]
    [InlineData("format", "tốt", "01")]
    [InlineData("PageAmount", "7", "7")]
    [InlineData("issuedDate", "2021-03-16", "16/03/2021")]
    [InlineData("IssuedDate", "03/2021", "03/2021")]
    [InlineData("riskRecoveryStatus", "chưa dự phòng", "02")]
    [InlineData("process", "true", "1")]
    [InlineData("subject", "  Tie\u0302\u0301p\n nhận ", "Tiếp nhận")]
    public void A_value_is_read_in_any_of_its_forms(string name, string given, string expected)
    {
        var read = Read($$"""{ "{{name}}": {{System.Text.Json.JsonSerializer.Serialize(given)}} }""");

        Assert.Equal(expected, Assert.Single(read.Statements).Value);
        Assert.DoesNotContain(read.Findings, finding => finding.Code == FindingCodes.FieldInvalid.Id);
    }

    [Theory]
    [InlineData("\"mode\": \"04\"", "mode")]
    [InlineData("\"maintenance\": \"5 năm\"", "maintenance")]
    [InlineData("\"typeName\": \"33\"", "typeName")]
    [InlineData("\"issuedDate\": \"31/02/2021\"", "issuedDate")]
    [InlineData("\"language\": \"01;99\"", "language")]
    [InlineData("\"format\": \"application/pdf\"", "format")]
    [InlineData("\"numberOfPage\": -1", "numberOfPage")]
    [InlineData("\"numberOfPage\": 1.5", "numberOfPage")]
    [InlineData("\"riskRecovery\": \"maybe\"", "riskRecovery")]
    [InlineData("\"subject\": {\"a\": 1}", "subject")]
    [InlineData("\"subject\": [\"a\"]", "subject")]
    [InlineData("\"sha256\": \"abc\"", "sha256")]
    [InlineData("\"size\": \"1 KB\"", "size")]
    [InlineData("\"subject\": \"\\ud800\"", "subject")]
    [InlineData("\"subject\": \"a\", \"Subject\": \"b\"", "subject")]
    public void A_value_that_cannot_stand_is_found_and_not_used(string property, string field)
    {
        var read = Read($"{{ {property} }}");

        Assert.Empty(read.Statements);
        Assert.Equal(field, Assert.Single(read.Findings, finding => finding.Code == FindingCodes.FieldInvalid.Id).Where);
        Assert.DoesNotContain(read.Findings, finding => finding.Code == FindingCodes.FieldMissing.Id && finding.Where == field);
    }

    [Fact]
    public void Each_required_field_that_is_missing_is_one_warning()
    {
        var missing = Read("{}").Findings;

        Assert.Equal(
            ["docId", "docCode", "maintenance", "typeName", "issuedDate", "organName", "subject", "language", "numberOfPage", "mode", "riskRecovery"],
            missing.Select(finding => finding.Where));
        Assert.All(missing, finding => Assert.Equal(FindingCodes.FieldMissing.Id, finding.Code));
    }

    [Theory]
    [InlineData("\"riskRecovery\": 1", "riskRecoveryStatus", true)]
    [InlineData("\"riskRecovery\": 0", "riskRecoveryStatus", false)]
    [InlineData("\"riskRecovery\": 1, \"riskRecoveryStatus\": \"01\"", "riskRecoveryStatus", false)]
    [InlineData("\"confidenceLevel\": \"01\"", "process", true)]
    [InlineData("\"confidenceLevel\": \"03\"", "process", true)]
    [InlineData("\"confidenceLevel\": \"02\"", "process", false)]
    public void A_field_may_be_required_by_another_ones_value(string properties, string field, bool expected) =>
        Assert.Equal(expected, Read($"{{ {properties} }}").Findings.Any(finding => finding.Code == FindingCodes.ConditionalFieldMissing.Id && finding.Where == field));

    [Fact]
    public void Too_long_a_value_is_kept_and_an_unknown_field_is_noted()
    {
        var read = Read($$"""{ "description": "{{new string('a', 501)}}", "Identifier": "H26" }""");

        Assert.Equal(501, read.Statements.Value(Field.Description)!.Length);
        Assert.Contains(read.Findings, finding => finding.Code == FindingCodes.FieldTooLong.Id && finding.Values is ["501", "500"]);
        Assert.Contains(read.Findings, finding => finding is { Code: "S-204", Where: "Identifier", Severity: Severity.Note });
    }

    [Fact]
    public void The_signer_and_the_recipients_of_decree_30_may_be_objects()
    {
        var read = Read("""{ "SignerInfo": { "Position": "Phó Chủ tịch", "FullName": "Chử Xuân Dũng" }, "To": [ { "OrganId": "G09", "OrganName": "Bộ Nội vụ" }, "Sở Nội vụ" ] }""");

        Assert.Equal(("Phó Chủ tịch", "Chử Xuân Dũng"), (read.Statements.Value(Field.SignerPosition), read.Statements.Value(Field.SignerName)));
        Assert.Equal("Bộ Nội vụ; Sở Nội vụ", read.Statements.Value(Field.Recipients));
    }

    [Theory]
    [InlineData("""{ "mode": "01", "Mode": "03" }""")]
    [InlineData("""{ "mode": "mật", "Mode": "công khai" }""")]
    public void Who_says_secret_once_has_said_it(string json) => Assert.Equal("03", Read(json).Statements.Value(Field.Mode));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{} {}")]
    [InlineData("{ \"a\": ")]
    [InlineData("{ \"\\ud800\": 1 }")]
    [InlineData("{ \"a\": [[[[[1]]]]] }")]
    public void What_is_no_object_of_fields_is_broken(string json) => Assert.Equal(FindingCodes.SidecarBroken.Id, Broken(Encoding.UTF8.GetBytes(json)).Code);

    [Fact]
    public void Encodings_other_than_UTF8_are_refused_by_name_and_a_mark_is_tolerated()
    {
        Assert.Equal(["UTF-16"], Broken([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Whole)]).Values);
        Assert.Equal(["UTF-16"], Broken(Encoding.BigEndianUnicode.GetBytes(Whole)).Values);
        Assert.Equal(["not UTF-8"], Broken([.. "{\"subject\": \""u8, 0xe9, .. "\"}"u8]).Values);
        Assert.Empty(Assert.IsType<SidecarReading.Read>(Sidecar.Parse([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Whole)])).Findings);
    }

    [Fact]
    public void A_sidecar_larger_than_any_description_is_not_parsed() =>
        Assert.Equal(FindingCodes.SidecarTooLarge.Id, Broken(new byte[Sidecar.MaxBytes + 1]).Code);

    [Fact]
    public void Very_many_unknown_fields_give_a_bounded_report() =>
        Assert.InRange(Read($"{{ {string.Join(',', Enumerable.Range(0, 4000).Select(i => $"\"x{i}\": 1"))} }}").Findings.Count, 100, 120);

    [Fact]
    public void Any_bytes_at_all_are_read_or_broken() => Gen.Byte.Array[0, 60].Sample(bytes => Assert.NotNull(Sidecar.Parse(bytes)));

    private static SidecarReading.Read Read(string json) => Assert.IsType<SidecarReading.Read>(Sidecar.Parse(Encoding.UTF8.GetBytes(json)));

    private static Finding Broken(byte[] json) => Assert.IsType<SidecarReading.Broken>(Sidecar.Parse(json)).Finding;
}
