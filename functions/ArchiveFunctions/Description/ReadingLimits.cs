namespace ArchiveFunctions.Description;

/// <summary>What one document may cost to read.</summary>
/// <param name="Time">Wall-clock time; what was read by then is kept.</param>
/// <param name="Pages">Pages whose text is read.</param>
/// <param name="Layouts">Leading pages whose layout is kept.</param>
/// <param name="Letters">Letters of text that are kept.</param>
public sealed record ReadingLimits(TimeSpan Time, int Pages = 2_000, int Layouts = 30, int Letters = 2_000_000)
{
    /// <summary>The limits of the service.</summary>
    public static readonly ReadingLimits Default = new(TimeSpan.FromMinutes(2));
}
