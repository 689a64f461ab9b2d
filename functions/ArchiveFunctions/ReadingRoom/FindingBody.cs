using System.Globalization;
using Archive.Records;
using ArchiveFunctions.Resources;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A finding as people and programs read it.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity"><c>note</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Where">The file, field, page or line it is about.</param>
/// <param name="Message">What it says, in the reader's language.</param>
public sealed record FindingBody(string Code, string Severity, string Where, string Message)
{
    /// <summary>A finding, put into words.</summary>
    public static FindingBody Of(Finding finding, CultureInfo language) => new(
        finding.Code,
        finding.Severity switch { Archive.Records.Severity.Error => "error", Archive.Records.Severity.Warning => "warning", _ => "note" },
        finding.Where,
        Words.Sentence(finding, language));
}
