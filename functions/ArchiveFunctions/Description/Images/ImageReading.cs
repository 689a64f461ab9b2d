namespace ArchiveFunctions.Description.Images;

/// <summary>Reads an image's header. Its text is for recognition, or a person, to read.</summary>
internal static class ImageReading
{
    /// <summary>Fills the draft with the number of images.</summary>
    public static async Task ReadAsync(OpenedDocument document, ReadingDraft draft, CancellationToken budget)
    {
        if (await ImageHeader.ReadAsync(document.Content, document.Size, document.Format.MediaType, budget) is { } header)
            draft.Count(header.Images);
        else
            draft.Broken("header");
    }
}
