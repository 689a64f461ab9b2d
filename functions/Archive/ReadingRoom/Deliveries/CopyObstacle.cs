namespace Archive.ReadingRoom.Deliveries;

/// <summary>Why a copy that was asked for cannot be made. An archivist sees it in the register, the reader with a request that ended by it.</summary>
public enum CopyObstacle
{
    /// <summary>The PDF is protected: nothing may be added to it without its password.</summary>
    Protected,

    /// <summary>The file's structure is damaged, so that marks would land nobody knows where.</summary>
    Unsound,

    /// <summary>The work did not come to an end in its time.</summary>
    TookTooLong,

    /// <summary>No page of it can be shown: what is not downloaded has to be PDF, an image, sound or film.</summary>
    NotShowable,

    /// <summary>A picture too large to be made into a page.</summary>
    TooLarge,

    /// <summary>The record is held no more, or became secret after the request was approved.</summary>
    Withheld,
}
