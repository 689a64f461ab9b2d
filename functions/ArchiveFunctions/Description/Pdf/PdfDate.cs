using System.Globalization;
using System.Text.RegularExpressions;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>Dates as PDF writes them: <c>D:20250105093000+07'00'</c>, everything behind the year optional.</summary>
internal static partial class PdfDate
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>Reads a date; null when it is none. Without a zone it is taken as Vietnamese time, in which the agencies' machines run.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var match = Form().Match(text ?? "");
        if (!match.Success || !DateTime.TryParseExact(Digits(match), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;

        var zone = Zone(match);
        return zone.Duration() > TimeSpan.FromHours(14) || time.Year is < 1900 or > 9000 ? null : new DateTimeOffset(time, zone);
    }

    private static string Digits(Match match)
    {
        const string Defaults = "00000101000000";
        var digits = match.Groups["time"].Value;
        return digits + Defaults[digits.Length..];
    }

    private static TimeSpan Zone(Match match)
    {
        if (match.Groups["sign"].Value is not ("+" or "-"))
            return match.Groups["sign"].Success ? TimeSpan.Zero : Vietnam;

        var hours = int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture);
        var minutes = match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture) : 0;
        var zone = new TimeSpan(hours, minutes, 0);
        return match.Groups["sign"].Value == "-" ? -zone : zone;
    }

    [GeneratedRegex(@"^D:(?<time>[0-9]{4}(?:[0-9]{2}){0,5})(?:(?<sign>Z)|(?<sign>[+-])(?<hours>[0-9]{2})'?(?<minutes>[0-9]{2})?'?)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
