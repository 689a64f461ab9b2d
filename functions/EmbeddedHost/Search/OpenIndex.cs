using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using FSDirectory = Lucene.Net.Store.FSDirectory;

namespace EmbeddedHost.Search;

/// <summary>
/// One index, open. What was answered is durable and visible to the next read: the function app completes its messages by that answer, so a
/// killed process may lose nothing of it. Safe for many callers at once; writes take turns.
/// </summary>
internal sealed class OpenIndex : IDisposable
{
    private readonly Lock writing = new();
    private readonly Lock refreshing = new();
    private readonly FSDirectory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;
    private IndexDefinition definition;
    private long written;
    private long visible;
    private bool closed;

    /// <summary>Opens the segments in a folder; <paramref name="fresh"/> discards what an earlier index of that name left.</summary>
    public OpenIndex(string folder, IndexDefinition definition, bool fresh)
    {
        this.definition = definition;
        directory = FSDirectory.Open(folder);
        var settings = new IndexWriterConfig(Analysis.Version, definition.IndexAnalysis)
        {
            OpenMode = fresh ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
            Similarity = new BM25Similarity(),
        };
        writer = new IndexWriter(directory, settings);
        searchers = new SearcherManager(writer, applyAllDeletes: true, new Scoring());
    }

    /// <summary>The definition in force; replaced when fields are added.</summary>
    public IndexDefinition Definition
    {
        get => Volatile.Read(ref definition);
        set => Volatile.Write(ref definition, value);
    }

    /// <summary>What the index takes on disk, in bytes.</summary>
    public long StorageSize => directory.ListAll().Sum(Length);

    /// <summary>Reads at one point in time, which includes every write already answered.</summary>
    public T Read<T>(Func<IndexSearcher, T> read)
    {
        Refresh();
        var searcher = searchers.Acquire();
        try
        {
            return read(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>Writes, alone, and returns when it is on disk. A batch is one commit, some ten milliseconds.</summary>
    public T Write<T>(Func<IndexWriter, T> write)
    {
        lock (writing)
        {
            try
            {
                var answer = write(writer);
                writer.Commit();
                return answer;
            }
            finally
            {
                Interlocked.Increment(ref written);
            }
        }
    }

    /// <summary>Closes; everything answered is on disk already.</summary>
    public void Dispose()
    {
        lock (writing)
        {
            if (closed)
                return;
            closed = true;
            searchers.Dispose();
            writer.Dispose(waitForMerges: false);
            directory.Dispose();
        }
    }

    private void Refresh()
    {
        if (Interlocked.Read(ref visible) >= Interlocked.Read(ref written))
            return;
        lock (refreshing)
        {
            var target = Interlocked.Read(ref written);
            if (visible >= target)
                return;
            searchers.MaybeRefreshBlocking();
            Interlocked.Exchange(ref visible, target);
        }
    }

    private long Length(string file)
    {
        try
        {
            return directory.FileLength(file);
        }
        catch (FileNotFoundException)
        {
            // Merged away between the listing and now.
            return 0;
        }
    }

    private sealed class Scoring : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new BM25Similarity() };
    }
}
