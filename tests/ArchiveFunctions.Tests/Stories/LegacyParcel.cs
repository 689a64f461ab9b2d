using System.IO.Compression;
using System.Text;

namespace ArchiveFunctions.Tests.Stories;

/// <summary>A dossier of two documents with metadata of TT 02/2019, as a story sends it.</summary>
internal static class LegacyParcel
{
    public const string FileCode = "LTLS.H26.000.00.05.H26.2018.05.TCCB";

    /// <summary>The plan is the first by its ordinal, the decision the second; they are described the other way round.</summary>
    public static byte[] Of(byte[] plan, byte[] decision, string rights = "Không hạn chế", params (string Path, byte[] Bytes)[] beside) => Zip(
    [
        ("ho-so.xml", Encoding.UTF8.GetBytes($"""
            <HoSo>
              <FileCode><Identifier>LTLS.H26</Identifier><OrganId>000.00.05.H26</OrganId><FileCatalog>2018</FileCatalog><FileNotation>05.TCCB</FileNotation></FileCode>
              <Title>Hồ sơ tuyển dụng năm 2018</Title><Maintenance>5 năm</Maintenance><Rights>{rights}</Rights><Language>Tiếng Việt</Language>
              <StartDate>12/03/2018</StartDate><EndDate>30/11/2018</EndDate><TotalDoc>2</TotalDoc>
              <VanBan>
                <DocCode>2018.05.2</DocCode><DocOrdinal>2</DocOrdinal><TypeName>Quyết định</TypeName><CodeNumber>418</CodeNumber><CodeNotation>QĐ-SNV</CodeNotation><IssuedDate>30/11/2018</IssuedDate>
                <OrganName>Sở Nội vụ</OrganName><Subject>Công nhận kết quả tuyển dụng</Subject><Language>Tiếng Việt</Language><PageAmount>4</PageAmount><FileName>quyết định.txt</FileName>
              </VanBan>
              <VanBan>
                <DocCode>2018.05.1</DocCode><DocOrdinal>1</DocOrdinal><TypeName>Kế hoạch</TypeName><IssuedDate>12/03/2018</IssuedDate>
                <OrganName>Sở Nội vụ</OrganName><Subject>Tuyển dụng công chức</Subject><Language>Tiếng Việt</Language><PageAmount>2</PageAmount><FileName>ke-hoach.txt</FileName>
              </VanBan>
            </HoSo>
            """)),
        ("ke-hoach.txt", plan), ("quyết định.txt", decision), .. beside,
    ]);

    public static byte[] Zip(params (string Path, byte[] Bytes)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
