using Archive.Records;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>What may be kept of an answer on its way. What is not for everyone is kept by nobody; what is, is asked for again each time.</summary>
internal static class Caching
{
    /// <summary>What a caller is known by, for <c>Vary</c>: a token, or a browser's session.</summary>
    public const string Callers = "Authorization, Cookie";

    /// <summary>Kept by nobody.</summary>
    public const string Restricted = "private, no-store";

    /// <summary>For answers that depend on who asks.</summary>
    public static readonly IReadOnlyDictionary<string, string> Never = new Dictionary<string, string> { ["Cache-Control"] = Restricted };

    public static string Of(ArchiveRecord record) => record.Access == AccessMode.Public ? "no-cache" : Restricted;
}
