using System.Globalization;
using Archive.Records;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>What agencies are called on a page.</summary>
internal static class AgencyNames
{
    /// <summary>The name in a language.</summary>
    public static string NameIn(this Agency agency, CultureInfo language) => language.Name == "vi" ? agency.Name : agency.EnglishName;

    /// <summary>The name of a code; the code where it is nobody's.</summary>
    public static string NameOf(this IReadOnlyDictionary<AgencyCode, Agency> agencies, AgencyCode code, CultureInfo language) =>
        agencies.TryGetValue(code, out var agency) ? agency.NameIn(language) : code.Value;
}
