namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>A fact in a line of them: words, and what they quote (<see cref="Quoted"/>).</summary>
/// <param name="Text">What is quoted; null where nothing is known.</param>
/// <param name="In">The words that have it in them; null where it stands alone.</param>
public readonly record struct Quotation(string? Text, string? In = null)
{
    /// <summary>All of it.</summary>
    public string Words => In ?? Text ?? "";

    /// <summary>Words that are quoted whole, or are the page's own.</summary>
    public static implicit operator Quotation(string? text) => new(text);
}
