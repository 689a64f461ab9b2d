using System.Text.Json;

namespace EmbeddedHost.Storage;

/// <summary>What <c>azurite/start.cjs</c> notes in the data folder about the storage service it started.</summary>
/// <param name="Pid">Its process id.</param>
/// <param name="StartedAt">When it was started (UTC): a process id alone may by now belong to somebody else.</param>
/// <param name="BlobPort">Its blob port.</param>
/// <param name="Ahead">How far its clock is ahead of the machine's, in seconds.</param>
internal sealed record AzuriteState(int Pid, DateTimeOffset StartedAt, int BlobPort, long Ahead = 0)
{
    /// <summary>The note, or null where there is none or it cannot be read: then whatever holds the ports is not known to be ours.</summary>
    public static AzuriteState? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<AzuriteState>(File.ReadAllText(file), JsonSerializerOptions.Web) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
