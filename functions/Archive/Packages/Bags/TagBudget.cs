namespace Archive.Packages.Bags;

/// <summary>How much text of one bag is read: nobody's memory is filled by a bag of nothing but manifests.</summary>
/// <param name="letters">
/// Letters of all text tag files together, <see cref="PerLine"/> more counted for each line. Twice what five manifests of a hundred thousand files
/// with long names need.
/// </param>
internal sealed class TagBudget(long letters = 256L << 20)
{
    /// <summary>What a line costs beside its letters.</summary>
    public const int PerLine = 100;

    private long left = letters;

    /// <summary>Takes a line off it, and says whether there was enough.</summary>
    public bool Take(int lineLetters) => (left -= lineLetters + PerLine) >= 0;
}
