using EmbeddedHost.Hosting;

namespace EmbeddedHost.Packages;

/// <summary>What the command <c>make-sip</c> is asked.</summary>
/// <param name="Sheet">The table: CSV or XLSX.</param>
/// <param name="Files">The folder its files lie in.</param>
/// <param name="Out">The folder the package is put into, or the ZIP it becomes.</param>
public sealed record MakeSipOptions(string Sheet, string Files, string Out)
{
    /// <summary>The agency's code; null where the table says it.</summary>
    public string? Agency { get; init; }

    /// <summary>Its name.</summary>
    public string? AgencyName { get; init; }

    /// <summary>The registration of the submission.</summary>
    public string? Submission { get; init; }

    private static readonly string[] Known = ["--files", "--out", "--agency", "--agency-name", "--submission", "--template"];

    /// <summary>Reads the arguments after <c>make-sip</c>.</summary>
    internal static CommandLine Parse(ReadOnlySpan<string> args)
    {
        var (sheet, told) = ((string?)null, new Dictionary<string, string>(StringComparer.Ordinal));
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--help" or "-h")
                return new CommandLine.Help();
            if (Known.Contains(args[i]) && i + 1 < args.Length && !string.IsNullOrWhiteSpace(args[i + 1]))
                told[args[i]] = args[++i];
            else if (Known.Contains(args[i]))
                return new CommandLine.Mistake($"{args[i]} wants a value. Try --help.");
            else if (args[i].StartsWith('-'))
                return new CommandLine.Mistake($"Unknown option {args[i]}. Try --help.");
            else if (sheet is not null)
                return new CommandLine.Mistake($"Unknown argument '{args[i]}'. Try --help.");
            else
                sheet = args[i];
        }

        if (told.TryGetValue("--template", out var template))
            return sheet is null && told.Count == 1 ? new CommandLine.MakeTemplate(template) : new CommandLine.Mistake("--template stands alone. Try --help.");
        if (sheet is null || !told.TryGetValue("--files", out var files) || !told.TryGetValue("--out", out var target))
            return new CommandLine.Mistake("make-sip wants a table, --files and --out. Try --help.");
        return new CommandLine.MakeSip(new(sheet, files, target)
        {
            Agency = told.GetValueOrDefault("--agency"),
            AgencyName = told.GetValueOrDefault("--agency-name"),
            Submission = told.GetValueOrDefault("--submission"),
        });
    }
}
