using Archive.Accession;
using Archive.Description;
using Archive.Packages;
using Archive.Packages.Legacy;
using Archive.Packages.Rules;
using Archive.Tests.Description;
using Archive.Tests.Packages.Reading;

namespace Archive.Tests.Packages.Legacy;

public sealed class LegacyReadingTests
{
    [Fact]
    public async Task The_dossier_has_its_composed_code_and_its_documents_stand_in_the_order_of_their_ordinals()
    {
        var (dossier, documents) = await LegacySample.Files().Taken();
        Assert.Equal((DescriptionKind.Dossier, "Hồ sơ tuyển dụng công chức năm 2018", "ho-so.xml"), (dossier.Kind, dossier.Title, dossier.Path));
        Assert.Equal(("LTLS.H26.000.00.05.H26.2018.05.TCCB", "01", "01", "3", "7"), (dossier.Fields["fileCode"], dossier.Fields["maintenance"], dossier.Fields["mode"], dossier.Fields["totalDoc"], dossier.Fields["numberOfPage"]));
        Assert.Equal(["tai-lieu/ke-hoach-57.txt", "tai-lieu/quyet-dinh-418.txt", "tai-lieu/cong-van-902.txt"], documents.Select(document => document.Path));
    }

    [Fact]
    public async Task What_is_said_of_a_document_is_read_in_the_archives_fields_with_what_the_dossier_says_of_all()
    {
        var (dossier, documents) = await LegacySample.Files().Taken();
        var said = Assert.IsType<SidecarReading.Read>(Sidecar.Parse(PackagedStatement.Of(dossier.Fields, documents[1])));
        string? Value(string field) => said.Statements.Value(field);
        Assert.Equal(("000.00.05.H26.2018.05.2", null, "LTLS.H26.000.00.05.H26.2018.05.TCCB"), (Value(Field.DocId), Value(Field.DocCode), Value(Field.FileCode)));
        Assert.Equal(("02", "418", "QĐ-SNV", "30/11/2018", "4"), (Value(Field.TypeName), Value(Field.CodeNumber), Value(Field.CodeNotation), Value(Field.IssuedDate), Value(Field.NumberOfPage)));
        Assert.Equal(("02", "01", "01", "02"), (Value(Field.Mode), Value(Field.Maintenance), Value(Field.Language), Value(Field.ConfidenceLevel)));
        Assert.Equal(("Giám đốc", "Lê Văn Minh"), (Value(Field.SignerPosition), Value(Field.SignerName)));
        Assert.DoesNotContain(said.Findings, finding => finding.Code is "S-204" or "S-205");
    }

    [Theory]
    [InlineData("Vĩnh viễn", "01", null)]
    [InlineData("70 năm", "02", null)]
    [InlineData("20", "05", null)]
    [InlineData("05", "05", null)]
    [InlineData("5", "07", "5")]
    [InlineData("5 năm", "07", "5 năm")]
    [InlineData("15 năm", "07", "15 năm")]
    [InlineData("Lâu dài", "07", "Lâu dài")]
    [InlineData("10 năm sau khi chết", "07", "10 năm sau khi chết")]
    public async Task A_retention_is_its_code_and_what_has_none_keeps_its_words(string given, string code, string? kept)
    {
        var (dossier, documents) = await LegacySample.Files().With(LegacySample.Metadata, "Vĩnh viễn", given).Taken();
        Assert.Equal((code, kept), (dossier.Fields["maintenance"], dossier.Fields.GetValueOrDefault("maintenanceGiven")));
        Assert.All(documents, document => Assert.Equal(kept, document.Fields.GetValueOrDefault("maintenanceGiven")));
    }

    [Theory]
    [InlineData("Hạn chế", "02")]
    [InlineData("KHÔNG HẠN CHẾ", "01")]
    [InlineData("Mật", "03")]
    [InlineData("Nội bộ", "Nội bộ")]
    public async Task The_access_regime_is_its_code_and_words_nobody_knows_stay(string given, string mode) =>
        Assert.Equal(mode, (await LegacySample.Files().With(LegacySample.Metadata, "<Rights>Không hạn chế", $"<Rights>{given}").Taken()).Dossier.Fields["mode"]);

    [Theory]
    [InlineData("<Mode>Mật</Mode>", "03")]
    [InlineData("<Mode>Hạn chế</Mode>", "02")]
    [InlineData("<Mode>Công khai</Mode>", "01")]
    [InlineData("<Rights>Hạn chế</Rights>", "02")]
    [InlineData("<rights>Tối mật</rights>", "03")]
    [InlineData("<Mode>Nội bộ</Mode>", "Nội bộ")]
    [InlineData("<Mode>Công khai</Mode><Mode>Mật</Mode><Mode>Hạn chế</Mode>", "03")]
    public async Task Of_several_access_regimes_in_one_description_the_strictest_counts(string more, string mode)
    {
        var (dossier, documents) = await LegacySample.Files()
            .With(LegacySample.Metadata, "<Rights>Không hạn chế</Rights>", "<Rights>Không hạn chế</Rights>" + more)
            .With(LegacySample.Own, "<FileName>", $"<Rights>Không hạn chế</Rights>{more}<FileName>").Taken();
        Assert.Equal((mode, mode), (dossier.Fields["mode"], documents[2].Fields["mode"]));
        Assert.Equal(mode == "03" ? LegacySample.Metadata : null, dossier.MarkedSecret);
    }

    [Theory]
    [InlineData("Mật", "03", "them.xml")]
    [InlineData("Hạn chế", "02", null)]
    [InlineData("Không hạn chế", "02", null)]
    public async Task Of_two_descriptions_of_a_file_the_stricter_access_regime_counts(string given, string mode, string? secret)
    {
        var (dossier, documents) = await LegacySample.Files()
            .With("them.xml", null, Described("tai-lieu/quyet-dinh-418.txt", given)).Taken();
        Assert.Equal((mode, secret), (documents.Single(document => document.Path == "tai-lieu/quyet-dinh-418.txt").Fields["mode"], dossier.MarkedSecret));
    }

    [Fact]
    public async Task What_is_said_of_access_only_by_the_second_description_of_a_file_counts()
    {
        var (_, documents) = await LegacySample.Files().With("them.xml", null, Described("tai-lieu/cong-van-902.txt", "Hạn chế")).Taken();
        Assert.Equal("02", documents[2].Fields["mode"]);
    }

    [Fact]
    public async Task Secrecy_is_seen_where_what_is_secret_is_not_there_or_its_description_does_not_count()
    {
        async Task<string?> Secret(string text) => (await LegacySample.Files().With("them.xml", null, text).Taken()).Dossier.MarkedSecret;

        Assert.Null(await Secret(Described("khong-co.txt", "Hạn chế")));
        Assert.Equal("them.xml", await Secret(Described("khong-co.txt", "Tuyệt mật")));
        Assert.Equal("them.xml", await Secret("<HoSo><FileCode>X.01</FileCode><Title>Hồ sơ khác</Title><Mode>Mật</Mode></HoSo>"));
    }

    [Theory]
    [InlineData("<FileName>cong-van-902.txt</FileName>")]
    [InlineData("<Attachment><FileName>cong-van-902.txt</FileName></Attachment>")]
    [InlineData("<Path>tai-lieu/cong-van-902.txt</Path>")]
    [InlineData(@"<FilePath>D:\xuat\CONG-VAN-902.txt</FilePath>")]
    [InlineData("")]
    public async Task A_description_finds_its_file_by_the_name_it_gives_or_by_its_own(string names)
    {
        var (_, documents) = await LegacySample.Files().With(LegacySample.Own, "<FileName>cong-van-902.txt</FileName>", names).Taken();
        Assert.Equal("Thông báo lịch thi tuyển", documents.Single(document => document.Path == "tai-lieu/cong-van-902.txt").Fields[Field.Subject]);
    }

    [Fact]
    public async Task A_file_may_be_called_by_its_documents_code()
    {
        var files = LegacySample.Files().With(LegacySample.Metadata, "      <FileName>tai-lieu/ke-hoach-57.txt</FileName>\n", "");
        files["tai-lieu/000.00.05.H26.2018.05.1.txt"] = files["tai-lieu/ke-hoach-57.txt"];
        files.Remove("tai-lieu/ke-hoach-57.txt");
        Assert.Equal(["TTL16"], (await files.Checked()).Findings.Select(finding => finding.RuleId));
        Assert.Equal("Tuyển dụng công chức năm 2018", (await files.Taken()).Documents[0].Fields[Field.Subject]);
    }

    [Fact]
    public async Task What_is_only_called_like_a_document_is_not_taken_for_it()
    {
        var files = LegacySample.Files().With(LegacySample.Own, "  <FileName>cong-van-902.txt</FileName>\n", "").With("tai-lieu/cong-van-902.sig", null, "x");
        Assert.Equal(["tai-lieu/cong-van-902.txt"], (await files.Taken()).Documents[2..].Select(document => document.Path));
        Assert.Equal(["TTL6", "TTL8"], (await LegacySample.Files().With(LegacySample.Own, "<FileName>cong-van-902.txt", "<FileName>cong-van-902.xml").Checked()).Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public async Task Of_a_document_of_several_files_the_first_is_the_document_and_the_others_say_the_same()
    {
        var files = LegacySample.Files().With(LegacySample.Own, "<FileName>cong-van-902.txt</FileName>", "<FileName>cong-van-902.txt</FileName><FileName>phu-luc.csv</FileName>").With("tai-lieu/phu-luc.csv", null, "a;b\n");
        var (_, documents) = await files.Taken();
        Assert.Equal([PackagedKind.Document, PackagedKind.Attachment], documents[2..].Select(document => document.Kind));
        Assert.Equal(documents[2].Fields, documents[3].Fields);
        Assert.Empty((await files.Checked()).Findings);
    }

    [Fact]
    public async Task Photos_and_recordings_are_told_by_their_fields()
    {
        var files = LegacySample.Files()
            .With("anh.xml", null, "<Anh><ArchivesNumber>A-1</ArchivesNumber><ImageTitle>Hội nghị</ImageTitle><Photographer>An</Photographer><FileName>anh.png</FileName></Anh>").With("anh.png", null, "x")
            .With("phim.xml", null, "<Phim><MovieTitle>Lễ</MovieTitle><PlayTime>00:03:00</PlayTime><FileName>phim.mp4</FileName></Phim>").With("phim.mp4", null, "x");
        var (_, documents) = await files.Taken();
        Assert.Equal([PackagedKind.Photo, PackagedKind.Media], documents[3..].OrderBy(document => document.Path, StringComparer.Ordinal).Select(document => document.Kind));
        Assert.Equal("Hội nghị", documents.Single(document => document.Kind == PackagedKind.Photo).Fields[Field.ImageTitle]);
    }

    [Fact]
    public async Task What_nothing_describes_is_a_document_by_its_ending_and_is_kept_else()
    {
        var (_, documents) = await LegacySample.Files().With("thu.pdf", null, "x").With("khac.xml", null, "<khac/>").With("mau.xsd", null, "<x/>").With("a.p7s", null, "x").Taken();
        Assert.Equal(["thu.pdf"], documents[3..].Select(document => document.Path));
    }

    private static string Described(string file, string mode) =>
        $"<VanBan><DocCode>X.9</DocCode><DocOrdinal>9</DocOrdinal><Subject>Thêm</Subject><OrganName>Sở Nội vụ</OrganName><Mode>{mode}</Mode><FileName>{file}</FileName></VanBan>";

    public static TheoryData<string, string> Others() => new()
    {
        { "rss.xml", "<rss><channel><title>Tin</title><description>x</description><language>vi</language><item><title>a</title><subject>b</subject></item></channel></rss>" },
        { "pom.xml", "<project><artifactId>a</artifactId><fileName>b</fileName><title>x</title></project>" },
        { "EAD.xml", "<simpledc><fileCode>a</fileCode><title>x</title><maintenance>01</maintenance></simpledc>" },
        { "dien.xml", "<edXML><MessageHeader><Code><CodeNumber>1</CodeNumber><CodeNotation>A</CodeNotation></Code><Subject>x</Subject></MessageHeader></edXML>" },
        { "so.xml", "<Persons><Person><OrganName>a</OrganName><Subject>b</Subject><IssuedDate>2020</IssuedDate></Person></Persons>" },
        { "hong.xml", "không phải XML" },
        { "ho-so.txt", "<HoSo><FileCode>a</FileCode><Title>x</Title></HoSo>" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Any_other_archive_file_stays_one_whatever_XML_is_in_it(string name, string text)
    {
        var other = new Dictionary<string, string> { [name] = text, ["a.pdf"] = "x" }.Package();
        Assert.False(await PackageCheck.IsPackageAsync(other, TestContext.Current.CancellationToken));
        Assert.True(await PackageCheck.IsPackageAsync(LegacySample.Files().Package(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Where_there_is_METS_or_a_bag_that_counts()
    {
        Assert.True((await LegacySample.Files().With("METS.xml", null, "<mets/>").Checked()).Specification!.IsEark);
        Assert.True((await LegacySample.Files().With("bagit.txt", null, "BagIt-Version: 1.0\n").Checked()).Specification!.IsBag);
    }

    [Fact]
    public async Task A_damaged_file_makes_no_package_and_breaks_nothing()
    {
        await using var package = await Openings.Opened(RawZip.Of(new RawEntry("a.xml", "<HoSo><FileCode>1</FileCode><Title>x</Title></HoSo>"u8.ToArray()) { Checksum = 7 }));
        Assert.False(await PackageCheck.IsPackageAsync(package, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Metadata_with_a_DTD_is_not_read()
    {
        var files = LegacySample.Files();
        files[LegacySample.Metadata] = files[LegacySample.Metadata].Replace("<HoSoLuuTru>", "<!DOCTYPE HoSoLuuTru [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<HoSoLuuTru>", StringComparison.Ordinal);
        Assert.Equal(("TTL1", "ho-so.xml"), (await files.Checked()).Findings.Select(finding => (finding.RuleId, finding.File)).First());
    }

    [Fact]
    public async Task A_path_that_leads_out_of_the_package_names_no_file()
    {
        var files = LegacySample.Files().With(LegacySample.Own, "<FileName>cong-van-902.txt</FileName>", "<FileName>../../../etc/passwd</FileName>");
        Assert.Equal(["TTL6", "TTL8"], (await files.Checked()).Findings.Select(finding => finding.RuleId));
    }

    /// <summary>Were each compared with each, it would not end before it is broken off.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Many_documents_in_one_file_are_read_in_time_in_proportion_each_with_its_place()
    {
        var documents = Enumerable.Range(1, 20_000).Select(at =>
            $"<VanBan><DocCode>X.{at}</DocCode><DocOrdinal>{at}</DocOrdinal><Subject>a</Subject><OrganName>b</OrganName><FileName>{at}.txt</FileName></VanBan><Khac/>");
        var files = new Dictionary<string, string> { ["ho-so.xml"] = $"<HoSo><FileCode>X</FileCode><Title>a</Title>{string.Concat(documents)}</HoSo>" };

        var report = await files.Checked().WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["HoSo/VanBan[1]", "HoSo/VanBan[2]"], report.Findings.Where(finding => finding.RuleId == "TTL6").Take(2).Select(finding => finding.Where));
    }

    [Fact]
    public async Task All_that_is_described_has_an_end_however_it_is_made_long()
    {
        var described = string.Concat(Enumerable.Repeat("<VanBan><DocCode>a</DocCode><Subject>b</Subject><OrganName>c</OrganName></VanBan>", 7_000));
        var name = new string('x', 10_000);
        var report = await LegacySample.Files().With("dai.xml", null, $"<{name}>{described}</{name}>").Checked(Specification.Legacy);
        Assert.Equal("dai.xml", report.Findings.Single(finding => finding.RuleId == "TTL21").File);
    }

    [Theory]
    [InlineData("<To><OrganName>{0}</OrganName></To>")]
    [InlineData("<FileName>{0}</FileName>")]
    [InlineData("<Keyword>{0}{0}{0}</Keyword>")]
    public async Task No_value_is_longer_than_eight_thousand_letters(string part)
    {
        var text = string.Concat(Enumerable.Repeat(string.Format(System.Globalization.CultureInfo.InvariantCulture, part, new string('x', 3000)), part.Contains("To", StringComparison.Ordinal) ? 40 : 1));
        var files = LegacySample.Files().With(LegacySample.Own, "<FileName>", text.Replace("<FileName>", "<FileName>" + new string('y', 6000), StringComparison.Ordinal) + "<FileName>");
        Assert.Single((await files.Checked()).Findings, finding => finding.RuleId == "TTL21");
    }

    /// <summary>Cut off anywhere, or changed: read or found at fault, and never anything else.</summary>
    [Fact]
    public async Task Changed_metadata_never_does_anything_but_break_rules()
    {
        var random = new Random(2019);
        for (var turn = 0; turn < 400; turn++)
        {
            var files = LegacySample.Files();
            var text = files[LegacySample.Metadata];
            var at = random.Next(text.Length);
            files[LegacySample.Metadata] = turn % 2 == 0 ? text[..at] : text.Remove(at, Math.Min(random.Next(120), text.Length - at));
            Assert.NotNull((await files.Checked(Specification.Legacy)).Name);
        }
    }
}
