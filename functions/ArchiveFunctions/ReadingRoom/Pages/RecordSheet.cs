using Archive.ReadingRoom;
using Archive.Records;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>What the page of a record shows.</summary>
/// <param name="Record">The record as the reader may see it.</param>
/// <param name="Sight">How much that is.</param>
/// <param name="Agency">What its agency is called.</param>
/// <param name="History">The first lines of its journal.</param>
/// <param name="HasMoreHistory">Whether there are more.</param>
/// <param name="MayRead">Whether the reader may read its content.</param>
/// <param name="Text">Its words, where it is a short plain text that the reader may read.</param>
/// <param name="Today">The day, Asia/Ho_Chi_Minh, for the clock in words.</param>
public sealed record RecordSheet(ArchiveRecord Record, Sight Sight, string Agency, IReadOnlyList<JournalEvent> History, bool HasMoreHistory, bool MayRead, string? Text, DateOnly Today)
{
    /// <summary>Where its dossier is read; null where no package has told of one.</summary>
    public string? Dossier { get; init; }

    /// <summary>The other dossiers it is in, and where each is read.</summary>
    public IReadOnlyList<(string Code, string Address)> AlsoIn { get; init; } = [];

    /// <summary>Where the content is.</summary>
    public string Content => $"/api/records/{Record.Id}/content";

    /// <summary>How the content can be shown within the page; only formats that browsers show without running what is in them.</summary>
    public Viewing Viewing => !MayRead ? Viewing.None : Record.Content.Format.MediaType switch
    {
        "application/pdf" => Viewing.Pages,
        "image/png" or "image/jpeg" or "image/gif" => Viewing.Image,
        _ => Text is null ? Viewing.None : Viewing.Text,
    };
}

/// <summary>How content is shown within a page.</summary>
public enum Viewing
{
    /// <summary>Not: it can be downloaded.</summary>
    None,

    /// <summary>By the browser's reader for PDF.</summary>
    Pages,

    /// <summary>As an image.</summary>
    Image,

    /// <summary>As words on the page.</summary>
    Text,
}
