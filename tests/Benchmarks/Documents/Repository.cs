using EmbeddedHost.Hosting;

namespace Benchmarks.Documents;

/// <summary>The files of the repository that benchmarks use; they run there only.</summary>
internal static class Repository
{
    /// <summary>A file or folder by its path below the root.</summary>
    /// <exception cref="InvalidDataException">The binaries lie outside the repository.</exception>
    public static string At(string path) =>
        Path.Combine(RepositoryRoot.Find() ?? throw new InvalidDataException("The benchmarks run in the repository only."), path);
}
