using Azure;

namespace ArchiveFunctions.Records;

/// <summary>
/// Reading a row, deciding by it and writing it against its ETag: when the row was written in between, everything is done anew by what it says
/// now. Three times are enough for rows that a few functions write; a fourth is the platform's redelivery.
/// </summary>
internal static class Overtaken
{
    /// <summary>The most tries of one run.</summary>
    private const int Tries = 3;

    /// <summary>Does the work, from the reading on, until its write was not overtaken.</summary>
    /// <exception cref="RequestFailedException">412: overtaken every time; or whatever else failed.</exception>
    public static async Task<T> Repeat<T>(Func<Task<T>> readDecideWrite)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await readDecideWrite();
            }
            catch (RequestFailedException overtaken) when (overtaken.Status == 412 && attempt < Tries)
            {
                continue;
            }
        }
    }
}
