using EmbeddedHost.Hosting;

namespace EmbeddedHost.Receipts;

/// <summary>What <c>verify-receipt</c> is to look at.</summary>
public sealed record ReceiptCheckOptions
{
    /// <summary>The receipt.</summary>
    public string File { get; init; } = "";

    /// <summary>Files of public keys; none for those of this machine's archive.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The folder of the preserved package; null where its files are not to be looked at.</summary>
    public string? Package { get; init; }

    /// <summary>The agency's receipt before this one; null where none is at hand.</summary>
    public string? Previous { get; init; }

    /// <summary>Whether to show what the receipt says.</summary>
    public bool Print { get; init; }

    /// <summary>Reads what follows the verb.</summary>
    internal static CommandLine Parse(string[] args)
    {
        if (args.Any(arg => arg is "--help" or "-h"))
            return new CommandLine.Help();

        var options = new ReceiptCheckOptions();
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[i + 1] : null;
            var (read, used, mistake) = Read(options, args[i], value);
            if (mistake is not null)
                return new CommandLine.Mistake($"{mistake} Try --help.");

            options = read;
            i += used;
        }

        return options.File.Length > 0 ? new CommandLine.VerifyReceipt(options) : new CommandLine.Mistake("verify-receipt wants a file. Try --help.");
    }

    private static (ReceiptCheckOptions Options, int Used, string? Mistake) Read(ReceiptCheckOptions options, string option, string? value) => option switch
    {
        "--print" => (options with { Print = true }, 0, null),
        "--key" or "--previous" when value is null => (options, 0, $"{option} wants a file."),
        "--package" when value is null => (options, 0, "--package wants a folder."),
        "--key" => (options with { Keys = [.. options.Keys, value!] }, 1, null),
        "--previous" => (options with { Previous = value }, 1, null),
        "--package" => (options with { Package = value }, 1, null),
        _ when option.StartsWith('-') => (options, 0, $"Unknown option {option}."),
        _ when options.File.Length > 0 => (options, 0, $"One receipt at a time: '{options.File}' or '{option}'."),
        _ => (options with { File = option }, 0, null),
    };
}
