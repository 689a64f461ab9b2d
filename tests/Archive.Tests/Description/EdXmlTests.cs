using System.Text;
using Archive.Description;
using Archive.Records;

namespace Archive.Tests.Description;

public sealed class EdXmlTests
{
    private const string Header = """
        <From><OrganId>000.00.05.H26</OrganId><OrganizationInCharge>UBND thành phố Hà Nội</OrganizationInCharge><OrganName>Sở Nội vụ</OrganName></From>
        <To><OrganId>G09</OrganId><OrganName>Bộ Nội vụ</OrganName></To><To><OrganName>Sở Tài chính</OrganName></To><To><OrganName>Bộ Nội vụ</OrganName></To>
        <Code><CodeNumber>1234</CodeNumber><CodeNotation>BC-SNV</CodeNotation></Code>
        <PromulgationInfo><Place>Hà Nội</Place><PromulgationDate>2024/01/05</PromulgationDate></PromulgationInfo>
        <DocumentType><Type>2</Type><TypeName>Báo cáo</TypeName></DocumentType>
        <Subject>Kết quả công tác lưu trữ</Subject>
        <SignerInfo><Competence>KT. GIÁM ĐỐC</Competence><Position>PHÓ GIÁM ĐỐC</Position><FullName>Trần Đình Cảnh</FullName></SignerInfo>
        <ResponseFor><OrganId>G09</OrganId><Code><CodeNumber>9</CodeNumber><CodeNotation>BNV-VP</CodeNotation></Code></ResponseFor>
        <OtherInfo><Priority>0</Priority><PageAmount>7</PageAmount></OtherInfo>
        """;

    public static TheoryData<string> Envelopes() =>
    [
        $"<edXML xmlns='http://www.mic.gov.vn/TBT/QCVN_102_2016'><edXMLEnvelope><edXMLHeader><MessageHeader>{Header}</MessageHeader></edXMLHeader></edXMLEnvelope></edXML>",
        $"<edXML:edXML xmlns:edXML='http://www.mic.gov.vn/TBT/QCVN_102_2016'><edXML:edXMLEnvelope><edXML:edXMLHeader><edXML:MessageHeader>{Prefixed()}</edXML:MessageHeader></edXML:edXMLHeader></edXML:edXMLEnvelope></edXML:edXML>",
        $"<EdXMLEnvelope><MessageHeader>{Header}</MessageHeader></EdXMLEnvelope>",
        $"<EdXml><Body/><MessageHeader>{Header}</MessageHeader></EdXml>",
        $"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header><MessageHeader>{Header}</MessageHeader></s:Header><s:Body><Manifest><Reference href='cid:1'/></Manifest></s:Body></s:Envelope>",
        $"<edXML><edXMLEnvelope><edXMLBody><edXMLManifest><Attachment><FileName>a.pdf</FileName><Subject>không phải</Subject></Attachment></edXMLManifest></edXMLBody><edXMLHeader><MessageHeader>{Header}</MessageHeader></edXMLHeader></edXMLEnvelope></edXML>",
    ];

    [Theory]
    [MemberData(nameof(Envelopes))]
    public void Every_envelope_says_the_same(string xml)
    {
        var said = Read(xml).Statements;

        Assert.Equal(("1234", "BC-SNV", "05/01/2024"), (said.Value(Field.CodeNumber), said.Value(Field.CodeNotation), said.Value(Field.IssuedDate)));
        Assert.Equal(("14", "Kết quả công tác lưu trữ", "Hà Nội"), (said.Value(Field.TypeName), said.Value(Field.Subject), said.Value(Field.Place)));
        Assert.Equal(("UBND thành phố Hà Nội", "Sở Nội vụ"), (said.Value(Field.ParentOrganName), said.Value(Field.OrganName)));
        Assert.Equal(("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "Trần Đình Cảnh"), (said.Value(Field.SignerPosition), said.Value(Field.SignerName)));
        Assert.Equal(("Bộ Nội vụ; Sở Tài chính", "7"), (said.Value(Field.Recipients), said.Value(Field.NumberOfPage)));
        Assert.Equal(("01", "0"), (said.Value(Field.ConfidenceLevel), said.Value(Field.Process)));
        Assert.All(said, statement => Assert.Equal("edxml", statement.Where));
    }

    [Fact]
    public void What_the_archive_needs_and_edXML_has_no_place_for_is_noted_as_missing() =>
        Assert.Equal(["maintenance", "language", "mode", "riskRecovery"], Read(Message(Header)).Findings.Select(finding => finding.Where));

    [Theory]
    [InlineData("<DocumentType>Công văn</DocumentType>", Field.TypeName, "22")]
    [InlineData("<SignerInfo><Signer>Lê Văn A</Signer></SignerInfo>", Field.SignerName, "Lê Văn A")]
    [InlineData("<PromulgationInfo><Promulgator>Hà Nội</Promulgator></PromulgationInfo>", Field.Place, "Hà Nội")]
    [InlineData("<PromulgationInfo><Date>2024/01/05 08:00:00</Date></PromulgationInfo>", Field.IssuedDate, "05/01/2024")]
    [InlineData("<From><OrganInCharge>Bộ Nội vụ</OrganInCharge></From>", Field.ParentOrganName, "Bộ Nội vụ")]
    [InlineData("<Subject><![CDATA[Về <việc> lưu trữ]]></Subject>", Field.Subject, "Về <việc> lưu trữ")]
    [InlineData("<Subject>Tài &amp; liệu</Subject>", Field.Subject, "Tài & liệu")]
    public void Variants_of_single_elements_are_read(string element, string field, string expected) =>
        Assert.Equal(expected, Read(Message(element)).Statements.Value(field));

    [Fact]
    public void A_trace_list_is_the_processing_trail() =>
        Assert.Equal("1", Read($"<edXML><MessageHeader>{Header}</MessageHeader><TraceHeaderList><TraceHeader><OrganId>G09</OrganId></TraceHeader></TraceHeaderList></edXML>").Statements.Value(Field.Process));

    [Theory]
    [InlineData("<DocumentType>3</DocumentType>", Field.TypeName)]
    [InlineData("<PromulgationInfo><PromulgationDate>2024/13/05</PromulgationDate></PromulgationInfo>", Field.IssuedDate)]
    [InlineData("<Subject>a</Subject><Subject>b</Subject>", Field.Subject)]
    public void A_value_that_cannot_stand_is_found_and_not_used(string element, string field)
    {
        var read = Read(Message(element));

        Assert.Null(read.Statements.Value(field));
        Assert.Contains(read.Findings, finding => finding.Code == FindingCodes.FieldInvalid.Id && finding.Where == field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html/>")]
    [InlineData("<edXML/>")]
    [InlineData("<edXML><MessageHeader>")]
    [InlineData("<edXML><MessageHeader/></edXML><edXML/>")]
    [InlineData("<!DOCTYPE edXML [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><edXML><MessageHeader><Subject>&x;</Subject></MessageHeader></edXML>")]
    [InlineData("<!DOCTYPE edXML [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><edXML><MessageHeader><Subject>&b;</Subject></MessageHeader></edXML>")]
    public void What_is_no_edXML_or_declares_entities_is_broken(string xml) => Assert.Equal(FindingCodes.SidecarBroken.Id, Broken(xml).Code);

    [Fact]
    public void Size_and_depth_are_capped()
    {
        Assert.Equal(FindingCodes.SidecarTooLarge.Id, Broken(new string(' ', EdXml.MaxBytes + 1)).Code);
        var deep = string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000));
        Assert.Equal(FindingCodes.SidecarBroken.Id, Broken($"<edXML>{deep}</edXML>").Code);
    }

    private static string Message(string header) => $"<edXML><MessageHeader>{header}</MessageHeader></edXML>";

    private static string Prefixed() => Header.Replace("</", "\u0001", StringComparison.Ordinal).Replace("<", "<edXML:", StringComparison.Ordinal).Replace("\u0001", "</edXML:", StringComparison.Ordinal);

    private static SidecarReading.Read Read(string xml) => Assert.IsType<SidecarReading.Read>(EdXml.Parse(Encoding.UTF8.GetBytes(xml)));

    private static Finding Broken(string xml) => Assert.IsType<SidecarReading.Broken>(EdXml.Parse(Encoding.UTF8.GetBytes(xml))).Finding;
}
