namespace ArchiveFunctions.Description.Images;

/// <summary>Reads an image's header and what is embedded in it. Its text is for recognition, or a person, to read.</summary>
internal static class ImageReading
{
    /// <summary>Fills the draft with the number of images and their embedded properties.</summary>
    public static async Task ReadAsync(OpenedDocument document, ReadingDraft draft, CancellationToken budget)
    {
        if (await ImageHeader.ReadAsync(document.Content, document.Size, document.Format.MediaType, budget) is { } header)
            draft.Count(header.Images);
        else
            draft.Broken("header");

        if (await document.Content.ReadWholeAsync(document.Size, ImageProperties.LargestRead, budget) is { } bytes)
            await AbandonableWork.Shared.RunAsync(_ => ReadProperties(bytes, draft), budget);
    }

    /// <summary>The library throws what it likes at broken bytes: all of it means broken properties.</summary>
    private static bool ReadProperties(byte[] image, ReadingDraft draft)
    {
        try
        {
            draft.Say(ImageProperties.Read(new MemoryStream(image, writable: false)));
            return true;
        }
        catch (Exception)
        {
            draft.Broken("properties");
            return false;
        }
    }
}
