using System.Text;
using System.Xml.Linq;
using Archive.Description;
using Archive.Packages;
using Archive.Packages.Messages;
using Archive.Packages.Reading;
using Archive.Packages.Rules;
using Archive.Records;
using Archive.Tests.Description;

namespace Archive.Tests.Packages.Messages;

public sealed class MessageOpeningTests
{
    private const string FirstName = "\n      <edXML:AttachmentName>cong-van-123.txt<";
    private const string SecondName = "      <edXML:AttachmentName>danh sách đơn vị.csv</edXML:AttachmentName>\n      <edXML:ContentType>";

    [Fact]
    public async Task Its_attachments_are_documents_in_the_manifests_order_each_with_the_messages_words()
    {
        var documents = await SampleMessage.Documents(SampleMessage.Text);
        Assert.Equal(["attachments/cong-van-123.txt", "attachments/danh sách đơn vị.csv"], documents.Select(one => one.Document.Path));
        Assert.Equal([PackagedKind.Document, PackagedKind.Attachment], documents.Select(one => one.Document.Kind));
        Assert.Equal(["Công văn số 123: mời họp về thu nộp tài liệu.\n", "stt;đơn vị\n1;Sở Nội vụ\n"], documents.Select(one => one.Text));
        Assert.All(documents, one =>
        {
            Assert.Equal(("123", "22", "04/03/2024", "1"), (one.Document.Fields[Field.CodeNumber], one.Document.Fields[Field.TypeName], one.Document.Fields[Field.IssuedDate], one.Document.Fields[Field.Process]));
            var said = Assert.IsType<SidecarReading.Read>(EdXml.Parse(Archive.Accession.PackagedStatement.Of(new Dictionary<string, string>(), one.Document))).Statements;
            Assert.Equal("Mời họp về thu nộp tài liệu năm 2024", said.Value(Field.Subject));
            Assert.Equal((Encoding.UTF8.GetByteCount(one.Text), one.Document.Digest!.Value), ((int)one.Document.Size, Sha256Digest.Of(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(one.Text)))));
        });
    }

    [Fact]
    public async Task The_message_itself_lies_in_its_package_without_its_attachments_bytes()
    {
        var message = SampleMessage.Text.With("</edXML:edXML>", "<Signature Id='s'><SignatureValue>chữ ký</SignatureValue></Signature></edXML:edXML>");
        var itself = XElement.Parse(await SampleMessage.Itself(message));

        var expected = XElement.Parse(message);
        foreach (var content in expected.Descendants().Where(element => element.Name.LocalName == "ContentTransferEncoded"))
            content.RemoveNodes();
        Assert.Equal(Said(expected), Said(itself));
        Assert.Equal(2, itself.Descendants().Count(element => element is { Name.LocalName: "ContentTransferEncoded", Value: "" }));

        static IEnumerable<(XName Name, string Text, string Attributes)> Said(XElement root) => root.DescendantsAndSelf().Select(element =>
            (element.Name, element.HasElements ? "" : element.Value, string.Join(' ', element.Attributes().Where(one => !one.IsNamespaceDeclaration))));
    }

    [Fact]
    public async Task Bytes_that_are_no_base64_or_a_second_content_are_not_in_the_message_itself_either()
    {
        var message = SampleMessage.Text.With(SampleMessage.Second, "U0VDUkVU*U0VDUkVU</edXML:ContentTransferEncoded><edXML:Content>QkJC");
        var itself = await SampleMessage.Itself(message);
        Assert.DoesNotContain("U0VDUkVU", itself, StringComparison.Ordinal);
        Assert.DoesNotContain("QkJC", itself, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_namespace_counts_wherever_it_has_to_be_written_again()
    {
        var uri = new string('u', 1 << 16);
        var message = $"<edXML><MessageHeader xmlns:a='{uri}' xmlns:b='{uri}b'>{string.Concat(Enumerable.Repeat("<a:x><b:y/></a:x>", 100))}</MessageHeader></edXML>";
        Assert.Contains("beside the attachments", (await SampleMessage.Checked(message)).Findings.First(finding => finding.RuleId == "EDX1").Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attachment_in_a_ZIP_of_the_gateways_is_taken_out_and_one_that_is_a_ZIP_by_name_is_not()
    {
        var wrapped = SampleMessage.Recipes.Single(recipe => recipe.Rule == "EDT9").Make();
        Assert.Equal("stt;đơn vị\n1;Sở Nội vụ\n", (await SampleMessage.Documents(wrapped))[1].Text);

        var named = wrapped.With(SecondName, SecondName.Replace(".csv", ".ZIP", StringComparison.Ordinal));
        Assert.StartsWith("PK", (await SampleMessage.Documents(named))[1].Text, StringComparison.Ordinal);
        Assert.Empty((await SampleMessage.Checked(named)).Findings);
    }

    public static TheoryData<string> Envelopes() =>
    [
        "<EdXMLEnvelope><MessageHeader>{0}</MessageHeader><AttachmentEncoded><Attachment><ContentId>1</ContentId><AttachmentName>a.txt</AttachmentName><ContentTransferEncoded>{1}</ContentTransferEncoded></Attachment></AttachmentEncoded></EdXMLEnvelope>",
        "<edXML><edXMLBody><edXMLManifest><Attachment><FileName>a.txt</FileName><FileType>text/plain</FileType><Content>{1}</Content></Attachment></edXMLManifest></edXMLBody><edXMLHeader><MessageHeader>{0}</MessageHeader></edXMLHeader></edXML>",
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header><MessageHeader>{0}</MessageHeader></s:Header><s:Body><Manifest><Reference href='cid:1'/></Manifest><Attachment><ContentId>1</ContentId><AttachmentName>a.txt</AttachmentName><ContentTransferEncoded><![CDATA[{1}]]></ContentTransferEncoded></Attachment></s:Body></s:Envelope>",
        "\ufeff<?xml version='1.0'?>\n<!-- cổng -->\n<edXML xmlns='http://www.mic.gov.vn/TBT/QCVN_102_2016'><MessageHeader>{0}</MessageHeader><attachments><ATTACHMENT><attachmentname>a.txt</attachmentname><contenttransferencoded>{1}</contenttransferencoded></ATTACHMENT></attachments></edXML>",
    ];

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task Every_envelope_is_read_and_none_is_refused(string envelope)
    {
        var xml = envelope.Replace("{0}", "<Subject>Mời họp</Subject><From><OrganName>Sở Nội vụ</OrganName></From>", StringComparison.Ordinal).Replace("{1}", "eGluIGNow6Bv", StringComparison.Ordinal);
        var (document, text) = Assert.Single(await SampleMessage.Documents(xml));
        Assert.Equal(("attachments/a.txt", "xin chào", "Mời họp", "Sở Nội vụ"), (document.Path, text, document.Fields[Field.Subject], document.Fields[Field.OrganName]));
        var report = await SampleMessage.Checked(xml);
        Assert.Equal(PackageVerdict.Valid, report.Verdict);
        Assert.Contains(report.Findings, finding => finding.RuleId.StartsWith("EDT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../a.pdf", "A-112")]
    [InlineData("/etc/passwd", "A-112")]
    [InlineData(@"C:\van-ban\a.pdf", "A-112")]
    [InlineData("a/../../b.pdf", "A-112")]
    [InlineData("NUL.pdf", "A-112")]
    [InlineData("a.pdf ́.", "A-112")]
    [InlineData("DANH SÁCH ĐƠN VỊ.csv", "P-503")]
    public async Task A_name_that_could_do_harm_or_is_there_already_refuses_the_message(string name, string code) =>
        Assert.Equal([code], (await SampleMessage.Checked(SampleMessage.Text.With(FirstName, $"\n      <edXML:AttachmentName>{name}<"))).Findings.Select(finding => finding.RuleId));

    [Theory]
    [InlineData("<edXML:Attachment><edXML:ContentTransferEncoded>QkJC</edXML:ContentTransferEncoded></edXML:Attachment>")]
    [InlineData("<edXML:Part><edXML:Attachment><edXML:ContentTransferEncoded>QkJC</edXML:ContentTransferEncoded></edXML:Attachment></edXML:Part>")]
    [InlineData("<edXML:ContentTransferEncoded>*</edXML:ContentTransferEncoded>")]
    [InlineData("<edXML:Content>QkJC</edXML:Content>")]
    public async Task No_content_is_left_out_without_a_finding(string more)
    {
        var message = SampleMessage.Text.With(SampleMessage.Second + "</edXML:ContentTransferEncoded>", SampleMessage.Second + "</edXML:ContentTransferEncoded>" + more);
        var found = Assert.Single((await SampleMessage.Checked(message)).Findings, finding => finding.RuleId == "EDX15");
        Assert.Equal(RuleLevel.Must, found.Level);
    }

    [Fact]
    public async Task A_content_in_the_header_is_not_left_out_without_a_finding_either()
    {
        var message = SampleMessage.Text.With("<edXML:MessageHeader>", "<edXML:MessageHeader><edXML:Attachment><edXML:Content>QkJC</edXML:Content></edXML:Attachment>");
        Assert.Equal(["EDX15"], (await SampleMessage.Checked(message)).Findings.Select(finding => finding.RuleId));
    }

    [Theory]
    [InlineData("<edXML:ContentTransferEncoded></edXML:ContentTransferEncoded>")]
    [InlineData("<edXML:Attachment><edXML:ContentTransferEncoded/></edXML:Attachment>")]
    public async Task An_empty_second_content_loses_nothing(string more) => Assert.Empty(
        (await SampleMessage.Checked(SampleMessage.Text.With(SampleMessage.Second + "</edXML:ContentTransferEncoded>", SampleMessage.Second + "</edXML:ContentTransferEncoded>" + more))).Findings);

    [Fact]
    public async Task A_message_without_attachments_is_no_package()
    {
        var alone = SampleMessage.Recipes.Single(recipe => recipe.Rule == "EDX8").Make();
        Assert.False(await SampleMessage.Opened(alone, opening => PackageCheck.IsPackageAsync(((PackageOpening.Opened)opening).Package, TestContext.Current.CancellationToken)));
        Assert.True(await SampleMessage.Opened(SampleMessage.Text, opening => PackageCheck.IsPackageAsync(((PackageOpening.Opened)opening).Package, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("<html/>")]
    [InlineData("không phải XML")]
    [InlineData("<edXML")]
    public async Task What_is_no_message_is_not_recognised(string text) => Assert.Equal(["P-501"], (await SampleMessage.Checked(text)).Findings.Select(finding => finding.RuleId));

    [Fact]
    public async Task A_DTD_is_refused_whatever_it_declares() =>
        Assert.Equal(["EDX1"], (await SampleMessage.Checked("<!DOCTYPE edXML [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><edXML><MessageHeader><Subject>&x;</Subject></MessageHeader></edXML>")).Findings.Select(finding => finding.RuleId));

    [Fact]
    public async Task What_is_beside_the_attachments_has_an_end_however_it_is_made_long()
    {
        async Task<string> Fault(string xml) => (await SampleMessage.Checked(xml)).Findings.First(finding => finding.RuleId == "EDX1").Found;

        var header = $"<edXML><MessageHeader><Subject>{new string('x', MessageSplit.Longest + 1)}</Subject></MessageHeader></edXML>";
        Assert.Contains("beside the attachments", await Fault(header), StringComparison.Ordinal);
        Assert.Contains("a tag longer", await Fault($"<edXML><MessageHeader a='{new string('x', MessageSplit.Longest * 2)}'/></edXML>"), StringComparison.Ordinal);
        Assert.Contains("nested deeper", await Fault("<edXML>" + string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000)) + "</edXML>"), StringComparison.Ordinal);
        Assert.Contains("EDX2", (await SampleMessage.Checked(SampleMessage.Text.With("Mời họp về thu nộp tài liệu năm 2024", new string('x', 201 << 10)))).Findings.Select(finding => finding.RuleId));
    }

    /// <summary>Were each compared with each, it would not end before it is broken off.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Many_attachments_and_references_are_read_in_time_in_proportion()
    {
        var ids = Enumerable.Range(1, 20_000).ToArray();
        var references = ids.Select(at => $"<Reference><ContentId>{at}</ContentId></Reference>");
        var attachments = ids.Reverse().Select(at => $"<Attachment><ContentId>{at}</ContentId></Attachment>");
        var message = $"<edXML><MessageHeader><Subject>a</Subject></MessageHeader><Manifest>{string.Concat(references)}</Manifest>{string.Concat(attachments)}</edXML>";

        var findings = (await SampleMessage.Checked(message).WaitAsync(TestContext.Current.CancellationToken)).Findings;
        Assert.DoesNotContain(findings, finding => finding.RuleId is "EDX9" or "EDX10");
    }

    [Fact]
    public async Task An_element_has_no_more_than_a_hundred_attributes()
    {
        string With(int attributes) => SampleMessage.Text.With("<edXML:AttachmentEncoded>", $"<edXML:AttachmentEncoded {string.Join(' ', Enumerable.Range(0, attributes).Select(at => $"a{at}='x'"))}>");

        Assert.Empty((await SampleMessage.Checked(With(100))).Findings);
        Assert.Contains("attributes", (await SampleMessage.Checked(With(101))).Findings.First(finding => finding.RuleId == "EDX1").Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attachments_are_no_more_and_no_larger_than_a_package_may_cost()
    {
        Assert.Equal(["P-502"], (await SampleMessage.Checked(SampleMessage.Text, new PackageLimits(Entries: 1))).Findings.Select(finding => finding.RuleId));
        Assert.Equal(["A-113"], (await SampleMessage.Checked(SampleMessage.Text, new PackageLimits(UnpackedBytes: 40))).Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public async Task A_large_attachment_comes_through_whole_whatever_its_line_length()
    {
        var bytes = new byte[3_000_001];
        new Random(5).NextBytes(bytes);
        foreach (var options in new[] { Base64FormattingOptions.None, Base64FormattingOptions.InsertLineBreaks })
        {
            var text = SampleMessage.Text.With(SampleMessage.Second, Convert.ToBase64String(bytes, options));
            var document = (await SampleMessage.Documents(text))[1].Document;
            Assert.Equal((bytes.Length, Sha256Digest.Of(System.Security.Cryptography.SHA256.HashData(bytes))), ((int)document.Size, document.Digest!.Value));
        }
    }

    /// <summary>Each byte changed to a few others, cut off at each place: read or refused, and never anything else.</summary>
    [Fact]
    public async Task Changed_bytes_never_do_anything_but_break_rules()
    {
        var random = new Random(20161002);
        for (var turn = 0; turn < 600; turn++)
        {
            var text = SampleMessage.Text;
            var at = random.Next(text.Length);
            text = (turn % 3) switch
            {
                0 => text[..at],
                1 => text[..at] + "<>&'\"=/ \0é]"[random.Next(12) % 11] + text[(at + 1)..],
                _ => text.Remove(at, Math.Min(random.Next(80), text.Length - at)),
            };
            Assert.NotNull((await SampleMessage.Checked(text)).Name);
        }
    }
}
