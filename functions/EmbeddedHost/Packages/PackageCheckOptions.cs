using Archive.Packages.Rules;
using EmbeddedHost.Hosting;

namespace EmbeddedHost.Packages;

/// <summary>What the command <c>check</c> is asked.</summary>
/// <param name="Path">A folder, an archive file, or an edXML message.</param>
/// <param name="Specification">What to check against; null for what the package says it follows.</param>
/// <param name="Json">Whether the report is wanted as JSON.</param>
public sealed record PackageCheckOptions(string Path, Specification? Specification, bool Json)
{
    /// <summary>Reads the arguments after <c>check</c>.</summary>
    internal static CommandLine Parse(ReadOnlySpan<string> args)
    {
        var (path, specification, json) = ((string?)null, (Specification?)null, false);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--help" or "-h":
                    return new CommandLine.Help();
                case "--json":
                    json = true;
                    break;
                case "--spec" when i + 1 < args.Length && Specification.Find(args[i + 1]) is { } found:
                    (specification, i) = (found, i + 1);
                    break;
                case "--spec":
                    return new CommandLine.Mistake($"--spec wants one of {string.Join(", ", Specification.All.Select(one => one.Code))}.");
                case var option when option.StartsWith('-'):
                    return new CommandLine.Mistake($"Unknown option {option}. Try --help.");
                case var argument when path is null:
                    path = argument;
                    break;
                case var argument:
                    return new CommandLine.Mistake($"Unknown argument '{argument}'. Try --help.");
            }
        }

        return path is null ? new CommandLine.Mistake("check wants the package: a folder, or an archive file. Try --help.") : new CommandLine.CheckPackage(new(path, specification, json));
    }
}
