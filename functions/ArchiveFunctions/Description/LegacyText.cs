using Archive.Description;

namespace ArchiveFunctions.Description;

/// <summary>Text from before Unicode, for the document reader.</summary>
internal static class LegacyText
{
    /// <summary>The text in Unicode, and whether it had to be converted.</summary>
    public static (string Text, bool Converted) ToUnicode(string text) =>
        LegacyEncoding.Detect(text).Kind is var kind and not LegacyKind.None ? (LegacyEncoding.Convert(text, kind), true) : (text, false);
}
