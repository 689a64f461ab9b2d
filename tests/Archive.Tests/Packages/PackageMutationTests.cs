using System.Xml.Linq;

namespace Archive.Tests.Packages;

/// <summary>Whatever is changed in a sound submission package, some rule sees it.</summary>
public sealed class PackageMutationTests
{
    /// <summary>
    /// Attributes no rule misses or compares: what METS says beyond what a specification asks, and values only who made the package can know (a title, a
    /// time, a name, a media type). Times and media types must still be such.
    /// </summary>
    private static readonly Dictionary<string, string[]> Dispensable = new()
    {
        ["removed"] =
        [
            "mets/@schemaLocation", "mets/@LABEL", "mets/@CONTENTINFORMATIONTYPE", "metsHdr/@RECORDSTATUS", "agent/@TYPE", "note/@NOTETYPE", "altRecordID/@TYPE", "rightsMD/@CREATED",
            "digiprovMD/@CREATED", "mdRef/@MDTYPEVERSION", "fileGrp/@ADMID", "file/@DMDID", "file/@ADMID", "file/@OWNERID", "file/@FILEFORMATNAME", "file/@FILEFORMATVERSION",
            "file/@FORMATREGISTRY", "file/@FORMATREGISTRYKEY", "div/@ID", "div/@LABEL",
        ],
        ["changed"] =
        [
            "mets/@schemaLocation", "mets/@OBJID", "mets/@LABEL", "mets/@TYPE", "mets/@PROFILE", "mets/@CONTENTINFORMATIONTYPE", "metsHdr/@CREATEDATE", "metsHdr/@RECORDSTATUS", "note/@NOTETYPE",
            "altRecordID/@TYPE", "dmdSec/@CREATED", "rightsMD/@CREATED", "digiprovMD/@CREATED", "mdRef/@CREATED", "mdRef/@MDTYPEVERSION", "mdRef/@MIMETYPE", "fileSec/@ID", "fileGrp/@USE",
            "fileGrp/@CONTENTINFORMATIONTYPE", "file/@ID", "file/@CREATED", "file/@MIMETYPE", "file/@OWNERID", "file/@FILEFORMATNAME", "file/@FILEFORMATVERSION", "file/@FORMATREGISTRY",
            "file/@FORMATREGISTRYKEY", "structMap/@ID", "div/@ID", "div/@LABEL",
        ],
    };

    public static MatrixTheoryData<string, string, string> Cases() => new(["sip", "tt05-sip-dossier", "tt05-sip-batch"], [BlobPackage.Mets, BlobPackage.Rep], ["removed", "changed"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Whichever_attribute_of_METS_is_another_some_rule_sees_it(string name, string path, string how)
    {
        var sound = SamplePackages.Base(name);
        var count = 0;
        sound.Edit(path, root => count = Attributes(root).Count());
        var unseen = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < count; at++)
        {
            var (package, attribute) = (new BlobPackage(sound.Folder, sound.Blobs), "");
            package.Edit(path, root =>
            {
                var one = Attributes(root).ElementAt(at);
                attribute = $"{one.Parent!.Name.LocalName}/@{one.Name.LocalName}";
                if (how == "removed")
                    one.Remove();
                else
                    one.Value = Other(one.Value);
            });
            if (path == BlobPackage.Rep)
                Recipe.Seal(package, [path]);
            if ((await package.Check(asked: null)).All(finding => finding.RuleId == "VER1"))
                unseen.Add(attribute);
        }

        Assert.True(count > 40, $"{count}");
        Assert.Empty(string.Join(' ', unseen.Except(Dispensable[how])));
    }

    [Theory]
    [InlineData("sip")]
    [InlineData("tt05-sip-dossier")]
    [InlineData("tt05-sip-batch")]
    public async Task Whichever_file_is_changed_cut_renamed_missing_or_one_too_many_some_rule_sees_it(string name)
    {
        var sound = SamplePackages.Base(name);
        foreach (var (path, bytes) in sound.Blobs)
        {
            Action<BlobPackage>[] changes =
            [
                package => package.Blobs[path] = [.. bytes, (byte)' '],
                package => package.Blobs[path] = bytes[..^1],
                package => package.Blobs[path] = [(byte)(bytes[0] ^ 1), .. bytes[1..]],
                package => package.Blobs.Remove(path),
                package => (package.Blobs[path + ".bak"], _) = (bytes, package.Blobs.Remove(path)),
                package => package.Blobs[path + ".bak"] = bytes,
            ];
            foreach (var (at, change) in changes.Index())
            {
                var package = new BlobPackage(sound.Folder, sound.Blobs);
                change(package);
                // A blank behind the root element of the package's own METS file, which nothing vouches for, changes nothing it says.
                if (path != BlobPackage.Mets || at > 1)
                    Assert.True((await package.Check(asked: null)).Any(finding => finding.RuleId is not "VER1"), $"{path} {at}");
            }
        }
    }

    private static IEnumerable<XAttribute> Attributes(XElement root) => root.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration);

    /// <summary>Another value of the same kind: another digit, another letter at the end.</summary>
    private static string Other(string value) => value.Length == 0 ? "x" : value[..^1] + (value[^1] switch { '9' => '8', >= '0' and < '9' => (char)(value[^1] + 1), 'f' => 'e', _ => 'f' });
}
