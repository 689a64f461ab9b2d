namespace Archive.ReadingRoom.Requests;

/// <summary>Where a reader's request stands. The moves between these are <see cref="RequestMoves.Allowed"/>; there are no others.</summary>
public enum RequestStatus
{
    /// <summary>Waits for an archivist's decision.</summary>
    Submitted,

    /// <summary>Approved; its fee is to be paid before anything is made.</summary>
    AwaitingPayment,

    /// <summary>Approved and paid, or nothing was to be paid: what was asked for is being made.</summary>
    Preparing,

    /// <summary>The reader has it, for a term.</summary>
    Delivered,

    /// <summary>The term is over.</summary>
    Expired,

    /// <summary>An archivist said no, with reasons.</summary>
    Declined,

    /// <summary>The reader took it back.</summary>
    Withdrawn,

    /// <summary>Nothing could be made of any of its records, and the reader is told why.</summary>
    NotMade,
}
