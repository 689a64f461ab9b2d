namespace EmbeddedHost.Hosting;

/// <summary>Where the sources are, for a host that was built in them.</summary>
internal static class RepositoryRoot
{
    /// <summary>The folder above the binaries that holds ArchiveFunctions.sln, or null for a published host.</summary>
    public static string? Find() => Find(AppContext.BaseDirectory);

    internal static string? Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ArchiveFunctions.sln")))
                return folder.FullName;
        }

        return null;
    }
}
