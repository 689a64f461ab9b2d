using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using System.Xml.XPath;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

/// <summary>How a sound package is made to break one rule (<c>tests/samples/packages/eark/README.md</c>).</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Base">The package it is made of.</param>
/// <param name="Edits">Each a file, a place in it, and what stands there then.</param>
/// <param name="Also">Rules that cannot but be broken with it.</param>
/// <param name="As">The specification asked for; null where the package's own word counts.</param>
/// <param name="Level">The level expected, where that is what the recipe is about.</param>
internal sealed record Recipe(string Rule, string Base, IReadOnlyList<string?[]> Edits, IReadOnlyList<string>? Also = null, string? As = null, string? Level = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly System.Xml.XmlNamespaceManager Names = Prefixes();

    public static IReadOnlyList<Recipe> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.File("tests/samples/packages/eark/recipes"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize<Recipe[]>(File.ReadAllText(file), Options)!),
    ];

    public Specification? Asked => As is null ? null : Specification.Find(As);

    /// <summary>The package: edited, and sealed again, so that no size or digest but the edited one is wrong.</summary>
    public BlobPackage Make()
    {
        var package = SamplePackages.Base(Base);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var edit in Edits)
            changed.Add(Apply(package, edit[0]!, edit[1]!, edit[2]));
        Seal(package, changed);
        return package;
    }

    private static string Apply(BlobPackage package, string file, string place, string? value)
    {
        switch (place)
        {
            case "folder":
                package.Folder = value!;
                return "";
            case "file":
                if (value is null)
                    package.Blobs.Remove(file);
                else
                    package.Blobs[file] = Encoding.UTF8.GetBytes(value);
                return file;
            case "beside":
                package.Beside[file] = Encoding.UTF8.GetBytes(value ?? "");
                return "";
            case "not beside":
                package.Beside.Remove(file);
                return "";
            case "name":
                package.Blobs[value!] = package.Blobs[file];
                package.Blobs.Remove(file);
                return value!;
            case "replace":
                var (from, to) = (value!.Split(" -> ")[0], value.Split(" -> ")[1]);
                package.Blobs[file] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(package.Blobs[file]).Replace(from, to, StringComparison.Ordinal));
                return file;
            default:
                package.Edit(file, root => Change(root.Document!, place, value));
                return file;
        }
    }

    private static void Change(XDocument document, string place, string? value)
    {
        if (place.EndsWith("/+", StringComparison.Ordinal))
        {
            document.XPathSelectElement(place[..^2], Names)!.Add(XElement.Parse(value!).Elements());
            return;
        }

        var at = place.LastIndexOf("/@", StringComparison.Ordinal);
        var elements = document.XPathSelectElements(at < 0 ? place : place[..at], Names).ToArray();
        Assert.NotEmpty(elements);
        foreach (var element in elements)
        {
            if (at >= 0)
                element.SetAttributeValue(Name(place[(at + 2)..]), value);
            else if (value is null)
                element.Remove();
            else
                element.Value = value;
        }
    }

    /// <summary>What METS says of each changed file is made true again; of the representation's METS file before the package's.</summary>
    internal static void Seal(BlobPackage package, HashSet<string> changed)
    {
        foreach (var path in package.Blobs.Keys.Where(path => PackagePaths.KindOf(path) == XmlKind.Mets).OrderByDescending(path => path.Length).ToArray())
        {
            if (!Readable(package.Blobs[path]))
                continue;
            package.Edit(path, root =>
            {
                var mets = new MetsFacts(path, root);
                foreach (var link in mets.References.Concat(mets.Locations))
                {
                    var said = link.Name.LocalName == "FLocat" ? link.Parent! : link;
                    if (mets.Target(link) is { } target && changed.Contains(target) && package.Blobs.TryGetValue(target, out var bytes) && (string?)said.Attribute("CHECKSUMTYPE") == "SHA-256")
                    {
                        said.SetAttributeValue("SIZE", bytes.Length);
                        said.SetAttributeValue("CHECKSUM", Convert.ToHexStringLower(SHA256.HashData(bytes)));
                        changed.Add(path);
                    }
                }
            });
            changed.Add(path);
        }
    }

    private static bool Readable(byte[] bytes)
    {
        try
        {
            return XDocument.Load(new MemoryStream(bytes)).Root!.Name.LocalName == "mets";
        }
        catch (System.Xml.XmlException)
        {
            return false;
        }
    }

    private static XName Name(string name) => name.Split(':') is [var prefix, var local] ? XName.Get(local, Names.LookupNamespace(prefix)!) : name;

    private static System.Xml.XmlNamespaceManager Prefixes()
    {
        var names = new System.Xml.XmlNamespaceManager(new System.Xml.NameTable());
        names.AddNamespace("m", BlobPackage.M.NamespaceName);
        names.AddNamespace("x", BlobPackage.X.NamespaceName);
        names.AddNamespace("c", BlobPackage.C.NamespaceName);
        names.AddNamespace("s", "https://DILCIS.eu/XML/METS/SIPExtensionMETS");
        return names;
    }
}
