namespace Archive.ReadingRoom.Audit;

/// <summary>What a person who set about an act was told.</summary>
public enum AuditOutcome
{
    /// <summary>They may; what came of it stands with what it was about.</summary>
    Allowed,

    /// <summary>They may not, or there is no such thing: which of the two they were told, and which of the two is so, the entry does not say.</summary>
    Refused,
}
