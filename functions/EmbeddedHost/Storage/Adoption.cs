namespace EmbeddedHost.Storage;

/// <summary>What to do about a storage service that an earlier run may have left behind in this data folder.</summary>
internal abstract record Adoption
{
    /// <summary>
    /// How far the noted and the system's start time may lie apart. The system derives its own from the time since boot, which clock
    /// corrections shift a little; a reused process id lies further off.
    /// </summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(3);

    private Adoption()
    {
    }

    /// <summary>Decides from the note in the data folder and the process that now bears its id.</summary>
    /// <param name="noted">What the data folder says, if anything.</param>
    /// <param name="process">The process with the noted id, if it runs.</param>
    /// <param name="blobPort">The blob port asked for; 0 for any.</param>
    /// <param name="ahead">How far its clock is to be ahead of the machine's.</param>
    public static Adoption Judge(AzuriteState? noted, RunningProcess? process, int blobPort, TimeSpan ahead = default)
    {
        if (noted is null || process is null || process.Pid != noted.Pid || (process.StartedAt - noted.StartedAt).Duration() > Tolerance)
            return new StartAnew();

        return (blobPort == 0 || blobPort == noted.BlobPort) && (long)ahead.TotalSeconds == noted.Ahead ? new Adopt(noted) : new Move(noted);
    }

    /// <summary>Nothing of ours runs.</summary>
    public sealed record StartAnew : Adoption;

    /// <summary>It runs where it is wanted.</summary>
    public sealed record Adopt(AzuriteState Running) : Adoption;

    /// <summary>It runs, on other ports or by another clock than asked for: it is stopped in order and started so.</summary>
    public sealed record Move(AzuriteState Running) : Adoption;
}
