using System.Security.Cryptography;
using System.Text;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages.Bags;

/// <summary>Bags as the tests need them, made by hand and not by the archive's writer.</summary>
internal static class Bag
{
    public static readonly Dictionary<string, byte[]> Payload = new(StringComparer.Ordinal)
    {
        ["data/Kế hoạch.txt"] = "Kế hoạch số 67"u8.ToArray(),
        ["data/phụ lục/1.csv"] = "stt;tên\n1;An\n"u8.ToArray(),
    };

    public static Dictionary<string, byte[]> Of(IReadOnlyDictionary<string, byte[]>? payload = null, string version = "1.0", string encoding = "UTF-8", string[]? algorithms = null)
    {
        var text = encoding == "UTF-8" ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        payload ??= Payload;
        var bag = new Dictionary<string, byte[]>(payload, StringComparer.Ordinal)
        {
            ["bagit.txt"] = Encoding.UTF8.GetBytes($"BagIt-Version: {version}\nTag-File-Character-Encoding: {encoding}\n"),
            ["bag-info.txt"] = [.. text.Preamble, .. text.GetBytes($"Source-Organization: Sở Tài chính\nPayload-Oxum: {payload.Values.Sum(content => content.Length)}.{payload.Count}\n")],
        };
        foreach (var algorithm in algorithms ?? ["sha256"])
            bag[$"manifest-{algorithm}.txt"] = [.. text.Preamble, .. text.GetBytes(Manifest(payload, algorithm))];
        return bag;
    }

    public static Dictionary<string, byte[]> Tagged(Dictionary<string, byte[]> bag)
    {
        bag["tagmanifest-sha256.txt"] = Encoding.UTF8.GetBytes(Manifest(bag.Where(file => !file.Key.StartsWith("data/", StringComparison.Ordinal)), "sha256"));
        return bag;
    }

    public static string Manifest(IEnumerable<KeyValuePair<string, byte[]>> files, string algorithm) =>
        string.Concat(files.Select(file => $"{Convert.ToHexStringLower(CryptographicOperations.HashData(new HashAlgorithmName(algorithm.ToUpperInvariant()), file.Value))}  {file.Key}\n"));

    public static Task<PackageReport> Check(this IEnumerable<KeyValuePair<string, byte[]>> bag, Specification? asked = null) =>
        PackageCheck.CheckAsync(new MemoryPackage(bag), asked, TestContext.Current.CancellationToken);

    public static async Task<IReadOnlyList<string>> Broken(this IEnumerable<KeyValuePair<string, byte[]>> bag, Specification? asked = null) =>
        [.. (await bag.Check(asked)).Findings.Select(finding => finding.RuleId).Distinct()];
}
