namespace Archive.Description.Formats;

/// <summary>A format and the extensions its files may bear, lower case and without the dot.</summary>
internal sealed record KnownFormat(FormatIdentity Identity, params IReadOnlyList<string> Extensions)
{
    /// <summary>A format in one line.</summary>
    public static KnownFormat Of(FormatFamily family, string puid, string name, string mediaType, params string[] extensions) =>
        new(new FormatIdentity(puid, name, mediaType, family), extensions);
}
