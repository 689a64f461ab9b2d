using Archive.Packages.Reading;

namespace Archive.Packages.Bags;

/// <summary>Why a bag cannot be written as planned.</summary>
public abstract record BagRefusal
{
    private static readonly string[] Own = [BagInfo.Oxum, BagInfo.Date];

    private BagRefusal()
    {
    }

    /// <summary>The bag's name could not be that of a folder everywhere.</summary>
    public sealed record UnsafeName(string Name) : BagRefusal;

    /// <summary>A file's path could leave the bag, or break on some file system.</summary>
    public sealed record UnsafePath(string Path, string Fault) : BagRefusal;

    /// <summary>Two files would be one, or a file would be where a folder is, on a file system that ignores case or composes letters.</summary>
    public sealed record SamePath(string Path) : BagRefusal;

    /// <summary>A label that bag-info.txt cannot hold, or that the writer sets itself.</summary>
    public sealed record BadLabel(string Label) : BagRefusal;

    /// <summary>Everything that speaks against a plan; nothing when it can be written.</summary>
    public static IReadOnlyList<BagRefusal> Of(BagPlan plan)
    {
        BagRefusal[] found =
        [
            .. PackagePath.Fault(plan.Name) is null && !plan.Name.Contains('/', StringComparison.Ordinal) ? [] : new BagRefusal[] { new UnsafeName(plan.Name) },
            .. plan.Files.Select(file => (file.Path, Fault: FaultOf(file.Path))).Where(file => file.Fault is not null).Select(file => new UnsafePath(file.Path, file.Fault!)),
            .. plan.Info.Where(element => !IsLabel(element.Label)).Select(element => new BadLabel(element.Label)),
        ];
        return found.Length > 0 ? found : Same(plan);
    }

    /// <summary>What Windows cannot hold, the archive's own check warns of: it is not written either.</summary>
    private static string? FaultOf(string path) => PackagePath.Fault(path) ?? (path.IndexOfAny(['<', '>', '"', '|', '?', '*']) >= 0 ? "no name for Windows" : null);

    private static BagRefusal[] Same(BagPlan plan)
    {
        try
        {
            PackageEntries.Of(plan.Files.Select(file => (file.Path, IsFolder: false)));
            return [];
        }
        catch (PackageBrokenException broken)
        {
            return [new SamePath(broken.Finding.Where)];
        }
    }

    private static bool IsLabel(string label) =>
        label.Length > 0 && label.IndexOfAny([':', '\r', '\n']) < 0 && label.Trim().Length == label.Length && !Own.Contains(label, StringComparer.OrdinalIgnoreCase);
}
