namespace EmbeddedHost.Triggers.Blobs;

/// <summary>A blob as a listing showed it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ETag">Its content's and metadata's version, quoted.</param>
/// <param name="Tokens">What the path pattern made of the name.</param>
internal sealed record WatchedBlob(string Name, string ETag, IReadOnlyDictionary<string, object?> Tokens);
