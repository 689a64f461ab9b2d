using System.Text;

namespace Archive.Packages.Reading;

/// <summary>
/// Which paths a file of a package may have: those that mean one file below the package's folder on every file system, whoever unpacks it later.
/// </summary>
public static class PackagePath
{
    private const int Longest = 1024;
    private const int LongestPart = 255;

    private static readonly HashSet<string> Devices = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" }), "COM¹", "COM²", "COM³", "LPT¹", "LPT²", "LPT³",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a path, in a few words; null when nothing is.</summary>
    public static string? Fault(string path)
    {
        if (Escape(path) is { } escape)
            return escape;
        if (path.Length > Longest)
            return $"{path.Length} letters";
        if (path.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF'))
            return "control characters";
        return path.Split('/').Select(PartFault).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>Whether a path leads, or may lead, out of the folder it is resolved in; says how.</summary>
    public static string? Escape(string path)
    {
        if (path.Length == 0)
            return "empty";
        if (path[0] == '/')
            return "absolute";
        if (path.Contains('\\', StringComparison.Ordinal))
            return "backslash";
        if (path.Contains(':', StringComparison.Ordinal))
            return "drive or stream";
        if (path.Contains('\0', StringComparison.Ordinal))
            return "NUL";
        return path.Split('/').Any(part => part is "." or "..") ? "dots" : null;
    }

    /// <summary>Whether a name is one of those that Windows keeps for devices.</summary>
    internal static bool IsDevice(string part) => Devices.Contains(part.Split('.')[0].TrimEnd(' '));

    /// <summary>As file systems that ignore case and composition compare it; the separator sorts before any letter.</summary>
    internal static string Folded(string path) => path.Normalize(NormalizationForm.FormC).ToUpperInvariant().Replace('/', '\0');

    /// <summary>Safe to show: without control characters, and not too long.</summary>
    internal static string Shown(string path)
    {
        var shown = string.Concat(path.Take(200).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '\uFFFD' : letter));
        return path.Length > 200 ? shown + "…" : shown;
    }

    private static string? PartFault(string part) => part switch
    {
        "" => "empty part",
        _ when part[^1] is '.' or ' ' => "dot or space at an end",
        _ when Encoding.UTF8.GetByteCount(part) > LongestPart => "part too long",
        _ when IsDevice(part) => "device",
        _ when !IsUnicode(part) => "no Unicode",
        _ => null,
    };

    private static bool IsUnicode(string part)
    {
        foreach (var rune in part.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }
}
