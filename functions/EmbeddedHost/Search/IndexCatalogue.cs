using System.Collections.Concurrent;
using System.Text.Json;

namespace EmbeddedHost.Search;

/// <summary>
/// The indexes in a folder, one sub-folder each: <c>definition.json</c> and the Lucene segments. A sub-folder without a definition is what a
/// deletion cut short has left; it is not an index.
/// </summary>
internal sealed class IndexCatalogue : IDisposable
{
    private readonly string directory;
    private readonly Lock changing = new();
    private readonly ConcurrentDictionary<string, OpenIndex> indexes = new(StringComparer.Ordinal);

    /// <summary>Opens every index in the folder, which is made when missing.</summary>
    public IndexCatalogue(string directory)
    {
        this.directory = directory;
        try
        {
            foreach (var folder in Directory.CreateDirectory(directory).GetDirectories().Where(folder => File.Exists(DefinitionFile(folder.Name))))
                indexes[folder.Name] = Open(ReadDefinition(folder.Name), fresh: false);
        }
        catch
        {
            // One index that cannot be opened must not leave the others locked.
            Dispose();
            throw;
        }
    }

    /// <summary>All indexes, by name.</summary>
    public IEnumerable<OpenIndex> All => indexes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value);

    /// <summary>The index of that name, or null.</summary>
    public OpenIndex? Find(string name) => indexes.GetValueOrDefault(name);

    /// <summary>The index of that name, or 404.</summary>
    public OpenIndex Demand(string name) => Find(name) ?? throw Refusal.NotFound($"The index '{name}' was not found.");

    /// <summary>Makes an index, or refuses with 409 when there is one.</summary>
    public void Create(IndexDefinition definition)
    {
        lock (changing)
        {
            if (Find(definition.Name) is not null)
                throw new Refusal(409, "ResourceNameAlreadyInUse", $"Cannot create index '{definition.Name}' because it already exists.");
            Add(definition);
        }
    }

    /// <summary>Makes an index or adds fields to it. True when it is new. <paramref name="may"/> sees the index there is and refuses what must not be replaced.</summary>
    public bool CreateOrUpdate(IndexDefinition definition, Action<IndexDefinition?> may)
    {
        lock (changing)
        {
            var existing = Find(definition.Name);
            may(existing?.Definition);
            if (existing is null)
            {
                Add(definition);
                return true;
            }

            DefinitionChange.Demand(existing.Definition, definition);
            WriteDefinition(definition);
            existing.Definition = definition;
            return false;
        }
    }

    /// <summary>Deletes an index and its documents. False when there is none.</summary>
    public bool Delete(string name, Action<IndexDefinition?> may)
    {
        lock (changing)
        {
            may(Find(name)?.Definition);
            if (!indexes.TryRemove(name, out var index))
                return false;
            File.Delete(DefinitionFile(name));
            index.Dispose();
            Directory.Delete(Path.Combine(directory, name), recursive: true);
            return true;
        }
    }

    /// <summary>Closes every index.</summary>
    public void Dispose()
    {
        foreach (var index in indexes.Values)
            index.Dispose();
    }

    private string DefinitionFile(string name) => Path.Combine(directory, name, "definition.json");

    private OpenIndex Open(IndexDefinition definition, bool fresh) => new(Path.Combine(directory, definition.Name, "segments"), definition, fresh);

    private void Add(IndexDefinition definition)
    {
        Directory.CreateDirectory(Path.Combine(directory, definition.Name));
        var index = Open(definition, fresh: true);
        WriteDefinition(definition);
        indexes[definition.Name] = index;
    }

    private IndexDefinition ReadDefinition(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(DefinitionFile(name)));
        return IndexDefinition.Read(json.RootElement);
    }

    private void WriteDefinition(IndexDefinition definition)
    {
        // Beside and then over the old one: a process killed in between leaves a whole definition, never half of one.
        var file = DefinitionFile(definition.Name);
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(definition.Json));
        File.Move(file + ".new", file, overwrite: true);
    }
}
