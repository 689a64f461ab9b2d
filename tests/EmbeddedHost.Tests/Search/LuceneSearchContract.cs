using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using EmbeddedHost.Search;

namespace EmbeddedHost.Tests.Search;

/// <summary>The contract on one machine.</summary>
public sealed class LuceneSearchContract : SearchContract
{
    private readonly SearchFolder folder = new();

    protected override SearchIndexClient Indexes => folder.Client;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>A folder with an open transport over it, removed in the end.</summary>
internal sealed class SearchFolder : IDisposable
{
    public SearchFolder(string? path = null)
    {
        Path = path ?? Directory.CreateTempSubdirectory("search-").FullName;
        Transport = new LuceneSearchTransport(Path);
        Client = new SearchIndexClient(new("https://embedded.invalid"), new AzureKeyCredential("none"), Options(Transport));
    }

    public string Path { get; }

    public LuceneSearchTransport Transport { get; }

    public SearchIndexClient Client { get; }

    /// <summary>What a killed process leaves: the files as they are, nothing closed.</summary>
    public SearchFolder CopyAsKilled()
    {
        var copy = Directory.CreateTempSubdirectory("search-").FullName;
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return new SearchFolder(copy);
    }

    public void Dispose()
    {
        Transport.Dispose();
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }

    private static SearchClientOptions Options(LuceneSearchTransport transport)
    {
        var options = new SearchClientOptions { Transport = transport };
        options.Retry.MaxRetries = 0;
        return options;
    }
}
