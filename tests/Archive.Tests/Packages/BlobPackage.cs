using System.Text;
using System.Xml.Linq;
using Archive.Packages;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

/// <summary>A package in memory, whose files a test may change in one place.</summary>
internal sealed class BlobPackage(string folder, IReadOnlyDictionary<string, byte[]> blobs) : IPackageSource
{
    public const string Mets = "METS.xml";
    public const string Rep = "representations/rep1/METS.xml";
    public const string Premis = "metadata/preservation/PREMIS.xml";
    public const string RepPremis = "representations/rep1/metadata/preservation/PREMIS_rep1.xml";
    public const string Ead = "metadata/descriptive/EAD.xml";
    public const string Doc = "representations/rep1/metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.1.xml";
    public const string Data = "representations/rep1/data/H26.02.2023.01.TCNS.1.pdf";

    public static readonly XNamespace M = "http://www.loc.gov/METS/";
    public static readonly XNamespace X = "http://www.w3.org/1999/xlink";
    public static readonly XNamespace C = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS";
    public static readonly XNamespace P = "http://www.loc.gov/premis/v3";

    public string Folder { get; set; } = folder;

    /// <summary>By their paths below the folder.</summary>
    public SortedDictionary<string, byte[]> Blobs { get; } = new(blobs.ToDictionary(), StringComparer.Ordinal);

    /// <summary>Files beside the package's folder.</summary>
    public Dictionary<string, byte[]> Beside { get; } = [];

    public IReadOnlyList<string> Paths => [.. Blobs.Keys.Select(path => $"{Folder}/{path}"), .. Beside.Keys];

    /// <summary>What was opened, in order.</summary>
    public List<string> Opened { get; } = [];

    public Task<Stream> OpenAsync(string path, CancellationToken stop)
    {
        Opened.Add(path);
        return Task.FromResult<Stream>(new MemoryStream(Beside.TryGetValue(path, out var beside) ? beside : Blobs[path[(Folder.Length + 1)..]], writable: false));
    }

    public static async Task<BlobPackage> Of(PackageKind kind = PackageKind.Dossier, int records = 2)
    {
        var written = await Parcels.Written(Parcels.Plan(kind, records));
        return new BlobPackage(written.Folder, written.Blobs);
    }

    public Task<IReadOnlyList<PackageFinding>> Check() => Check(Specification.CircularAip);

    public async Task<IReadOnlyList<PackageFinding>> Check(Specification? asked) => (await PackageCheck.CheckAsync(this, asked, TestContext.Current.CancellationToken)).Findings;

    /// <summary>Changes an XML file.</summary>
    public void Edit(string path, Action<XElement> change)
    {
        var document = XDocument.Load(new MemoryStream(Blobs[path]), LoadOptions.PreserveWhitespace);
        change(document.Root!);
        Blobs[path] = Encoding.UTF8.GetBytes(document.Declaration + document.ToString(SaveOptions.DisableFormatting));
    }
}
