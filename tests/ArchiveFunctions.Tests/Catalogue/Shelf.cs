using Archive.Catalogue;
using Archive.Description;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using Azure;
using Azure.Core.Pipeline;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using EmbeddedHost.Search;

namespace ArchiveFunctions.Tests.Catalogue;

/// <summary>The real index adapter and the real search client, answered from Lucene in this process, with some thirty records in it.</summary>
public sealed class Shelf : IAsyncLifetime
{
    internal static readonly AgencyCode HomeAffairs = AgencyCode.Parse("H26.01");
    internal static readonly AgencyCode Finance = AgencyCode.Parse("H26.02");
    private readonly string folder = Directory.CreateTempSubdirectory("catalogue").FullName;
    private readonly LuceneSearchTransport transport;

    public Shelf()
    {
        transport = new LuceneSearchTransport(folder);
        Index = Over(transport);
    }

    internal CatalogueIndex Index { get; }

    internal static CatalogueIndex Over(HttpPipelineTransport transport) => new(new SearchIndexClient(
        new Uri("https://embedded.invalid"),
        new AzureKeyCredential("none"),
        new SearchClientOptions { Transport = transport, Retry = { MaxRetries = 0 } }));

    public async ValueTask InitializeAsync() => await Index.Write([.. Records().Select(held => Change(held.Record, held.Text))], CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await transport.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    internal static CatalogueChange Change(ArchiveRecord record, string text) => CatalogueChange.Of(record, text);

    internal static ArchiveRecord Record(string name, AgencyCode agency, string mode, params (string Field, string Value)[] said)
    {
        var digest = Sha256Digest.Of(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));
        var received = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
        return new ArchiveRecord
        {
            Id = RecordId.ForContent(agency, digest),
            Agency = agency,
            Version = 1,
            Status = RecordStatus.Described,
            Custody = Custody.Agency,
            Content = new Content(1, digest, 1000, new FormatIdentity("fmt/276", "PDF 1.7", "application/pdf", FormatFamily.Pdf), name),
            ReceivedAt = received,
            AdmittedAt = received,
            Origins = [new InboxBlob($"{agency}/{name}", "0x1")],
            Description = new RecordDescription([.. said.Append((Field.Mode, mode)).Select(one => new Statement(one.Item1, one.Item2, StatementSource.Depositor, 1, "sidecar"))]),
        };
    }

    internal async Task<CataloguePage> Find(CatalogueRequest request, Caller? caller = null, Disclosures? disclosures = null) => await Index.Search(
        Assert.IsType<CatalogueReading.Accepted>(CatalogueQuery.Of(request, caller ?? Caller.Anonymous, disclosures ?? Disclosures.Nothing)).Query, CancellationToken.None);

    internal async Task<IReadOnlyList<string>> Titles(string typed, Caller? caller = null) =>
        [.. (await Find(new CatalogueRequest { Q = typed, Size = "100" }, caller)).Items.Select(item => item.Title!)];

    private static IEnumerable<(ArchiveRecord Record, string Text)> Records()
    {
        yield return (Record("1", HomeAffairs, "01", (Field.Subject, "Kế hoạch chuyển đổi số công tác lưu trữ"), (Field.CodeNumber, "67"), (Field.CodeNotation, "KH-UBND"),
            (Field.TypeName, "10"), (Field.OrganName, "Ủy ban nhân dân thành phố Hà Nội"), (Field.IssuedDate, "15/03/2021"), (Field.SignerName, "Nguyễn Văn Đức")), "Thực hiện Quyết định số 458/QĐ-TTg về số hóa tài liệu.");
        yield return (Record("2", HomeAffairs, "01", (Field.Subject, "Ke hoach luu tru go khong dau"), (Field.IssuedDate, "2022")), "luu tru");
        yield return (Record("3", Finance, "01", (Field.Subject, "Dự toán đường Láng"), (Field.IssuedDate, "03/2023"), (Field.CodeNumber, "67"), (Field.CodeNotation, "TB-STC")), "đi qua đường Láng <b>mới</b>");
        yield return (Record("4", Finance, "02", (Field.Subject, "Hồ sơ mật thiết của sở tài chính"), (Field.OrganName, "Sở Tài chính"), (Field.IssuedDate, "01/02/1999")), "chuyện riêng lưu trữ");
        yield return (Record("5", HomeAffairs, "01", (Field.Subject, "Đường duong")), "duong");
        for (var number = 6; number <= 30; number++)
            yield return (Record($"{number}", HomeAffairs, "01", (Field.Subject, $"Báo cáo số {number}"), (Field.IssuedDate, $"{number:00}/2020".Length == 7 && number <= 12 ? $"{number:00}/2020" : "2020")), "nội dung báo cáo định kỳ");
    }
}
