namespace Archive.Tests;

/// <summary>Files of the repository that tests hold to the code.</summary>
internal static class Repository
{
    public static string File(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "ArchiveFunctions.sln")))
                return Path.Combine(folder.FullName, path);
        }

        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
