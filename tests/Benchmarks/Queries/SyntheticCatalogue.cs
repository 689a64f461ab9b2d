using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using Benchmarks.Documents;

namespace Benchmarks.Queries;

/// <summary>Catalogue entries of records that do not exist, made of administrative Vietnamese; the same number is always the same entry.</summary>
internal static class SyntheticCatalogue
{
    private const int Words = 500;
    private static readonly string[] Types = ["01", "02", "03", "07", "10", "16", "26"];
    private static readonly string[] Symbols = ["QĐ", "KH", "BC", "TB", "TTr", "CV", "NQ"];
    private static readonly string[] Offices = ["UBND", "SNV", "SKHĐT", "VP", "STC", "SXD", "SGDĐT", "SYT"];
    private static readonly string[] Issuers = ["Ủy ban nhân dân thành phố", "Sở Nội vụ", "Sở Kế hoạch và Đầu tư", "Sở Tài chính", "Sở Xây dựng", "Sở Y tế"];

    /// <summary>An entry to be written.</summary>
    public static CatalogueChange Change(int number)
    {
        var words = new Vocabulary(number);
        var agency = AgencyCode.Parse($"H26.{words.Number(40).PadLeft(2, '0')}");
        var id = RecordId.ForContent(agency, Sha256Digest.Of(SHA256.HashData(Encoding.UTF8.GetBytes($"synthetic {number}"))));
        var (issueNumber, notation) = (words.Number(3_000), Notation(words));
        return new CatalogueChange(id, [new CatalogueEntry
        {
            Id = id,
            Version = 2,
            Title = $"Về việc {words.Text(14)}",
            Text = words.Text(Words),
            Details = words.Text(20),
            Keys = Archive.Description.Notation.SearchKeys(issueNumber, notation),
            Number = issueNumber,
            Notation = notation,
            Type = words.Of(Types),
            Issuer = words.Of(Issuers),
            Agency = agency,
            FileCode = null,
            AlsoIn = [],
            Issued = PartialDate.On(new DateOnly(2000, 1, 1).AddDays(number * 37 % 9_400)),
            Access = AccessMode.Public,
            Custody = number % 3 == 0 ? Custody.Historical : Custody.Agency,
            Readers = [Visibility.Anyone],
            AdmittedAt = DateTimeOffset.UnixEpoch.AddMinutes(number),
            Size = 100_000,
            Doubts = [],
        }]);
    }

    /// <summary>A notation as offices write it.</summary>
    public static string Notation(Vocabulary words) => string.Create(CultureInfo.InvariantCulture, $"{words.Of(Symbols)}-{words.Of(Offices)}");
}
