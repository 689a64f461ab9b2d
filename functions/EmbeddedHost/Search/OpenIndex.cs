using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using FSDirectory = Lucene.Net.Store.FSDirectory;

namespace EmbeddedHost.Search;

/// <summary>
/// One index, open. Everything written is visible to the next read in this process; it is durable at the next commit, at most a second later,
/// so a killed process loses the last second. Safe for many callers at once; writes take turns.
/// </summary>
internal sealed class OpenIndex : IDisposable
{
    /// <summary>How long an acknowledged write may stay in memory only.</summary>
    public static readonly TimeSpan CommitDelay = TimeSpan.FromSeconds(1);

    private readonly Lock writing = new();
    private readonly Lock refreshing = new();
    private readonly Lock committing = new();
    private readonly FSDirectory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;
    private readonly ITimer commits;
    private IndexDefinition definition;
    private long written;
    private long visible;
    private int commitPlanned;
    private bool commitFailed;
    private bool closed;

    /// <summary>Opens the segments in a folder; <paramref name="fresh"/> discards what an earlier index of that name left.</summary>
    public OpenIndex(string folder, IndexDefinition definition, bool fresh, TimeProvider clock)
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
        commits = clock.CreateTimer(_ => CommitInBackground(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
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

    /// <summary>Writes, alone. An earlier failure to commit surfaces here, so that no caller goes on writing what cannot be kept.</summary>
    public T Write<T>(Func<IndexWriter, T> write)
    {
        lock (writing)
        {
            if (Volatile.Read(ref commitFailed))
                Commit();
            try
            {
                return write(writer);
            }
            finally
            {
                Interlocked.Increment(ref written);
                PlanCommit();
            }
        }
    }

    /// <summary>Commits and closes.</summary>
    public void Dispose()
    {
        commits.Dispose();
        lock (writing)
        {
            lock (committing)
            {
                if (closed)
                    return;
                closed = true;
                searchers.Dispose();
                writer.Dispose(waitForMerges: false);
                directory.Dispose();
            }
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

    private void PlanCommit()
    {
        if (Interlocked.Exchange(ref commitPlanned, 1) == 0)
            commits.Change(CommitDelay, Timeout.InfiniteTimeSpan);
    }

    private void CommitInBackground()
    {
        Interlocked.Exchange(ref commitPlanned, 0);
        try
        {
            Commit();
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            // Nobody waits for this commit. The next write tries again and tells its caller.
            Volatile.Write(ref commitFailed, true);
        }
    }

    private void Commit()
    {
        lock (committing)
        {
            if (closed)
                return;
            writer.Commit();
            Volatile.Write(ref commitFailed, false);
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
