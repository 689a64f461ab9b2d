namespace Archive.ReadingRoom;

/// <summary>How much of a record a caller sees. Of each record a caller has exactly one.</summary>
public enum Sight
{
    /// <summary>Nothing, not even that there is one.</summary>
    None,

    /// <summary>That there is one: of which agency, of which type and year, and the id by which it is asked for.</summary>
    Stub,

    /// <summary>What is said of it; never a word of its text, and not its bytes.</summary>
    Described,

    /// <summary>All of it.</summary>
    Whole,
}
