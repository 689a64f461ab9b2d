using System.Globalization;
using EmbeddedHost.Packages;
using EmbeddedHost.Receipts;

namespace EmbeddedHost.Hosting;

/// <summary>What the command line asks for.</summary>
public abstract record CommandLine
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Usage = """
        Runs the records archive on this machine.

          dotnet run --project functions/EmbeddedHost -- [options]

          --port N             HTTP port, 0 for any free one (7071)
          --storage-port N     blob port of the storage service, queue N+1, table N+2, 0 for any free ones (10000)
          --data DIR           where everything is kept (.archive in the repository root)
          --samples            load the sample records when the archive is empty (the default)
          --no-samples         do not
          --clock DAY          move the clock to the morning of a day: 2029-11-22, or +3y or +1000d from today
          --help               this text

        Checks a package before it is sent, as the archive will when it comes: TT 05/2025, E-ARK or BagIt, as a folder, ZIP, tar or tar.gz; exit code 0
        valid, 1 not valid, 2 nothing that can be read.

          dotnet run --project functions/EmbeddedHost -- check PATH [options]

          --spec NAME          check against this and not what the package says it follows (tt05-sip-2025, sip-2.2.0, bagit-1.0, ...)
          --json               the report as JSON

        Makes a submission package (SIP of TT 05/2025) of files and a table of what they are, CSV or XLSX; exit code 0 made, 1 the table is to be mended,
        2 nothing that can be read or written. With --template it writes a table to fill in.

          dotnet run --project functions/EmbeddedHost -- make-sip SHEET --files DIR --out DIR|FILE.zip [options]
          dotnet run --project functions/EmbeddedHost -- make-sip --template FILE.csv|FILE.xlsx

          --agency CODE        the agency's code, where the table does not say it
          --agency-name NAME   its name
          --submission CODE    the registration of the submission

        Checks a custody receipt without starting anything; exit code 0 sound, 1 not sound, 2 something cannot be read.

          dotnet run --project functions/EmbeddedHost -- verify-receipt FILE [options]

          --key FILE           a public key, PEM or JWK or a set of them; may come several times (.archive/keys/receipts.jwks)
          --package DIR        the preserved package: its files are compared with the receipt
          --previous FILE      the agency's receipt before this one
          --print              show what the receipt says
        """;

    private const int HighestPort = 65_535;

    private CommandLine()
    {
    }

    /// <summary>Reads the arguments. Where an option comes twice, the last one counts.</summary>
    public static CommandLine Parse(params string[] args)
    {
        if (args is ["verify-receipt", .. var rest])
            return ReceiptCheckOptions.Parse(rest);
        if (args is ["check", .. var asked])
            return PackageCheckOptions.Parse(asked);
        if (args is ["make-sip", .. var making])
            return MakeSipOptions.Parse(making);

        var options = new HostOptions();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--help" or "-h")
                return new Help();

            var value = i + 1 < args.Length ? args[i + 1] : null;
            var (read, used, mistake) = Read(options, args[i], value);
            if (mistake is not null)
                return new Mistake($"{mistake} Try --help.");

            options = read;
            i += used;
        }

        return Overlap(options) is { } overlap ? new Mistake(overlap) : new Run(options);
    }

    private static (HostOptions Options, int Used, string? Mistake) Read(HostOptions options, string option, string? value) => option switch
    {
        "--samples" => (options with { Samples = true }, 0, null),
        "--no-samples" => (options with { Samples = false }, 0, null),
        "--port" => Port(value, HighestPort) is { } port
            ? (options with { Port = port }, 1, null)
            : (options, 0, $"--port wants a number from 0 to {HighestPort}."),
        "--storage-port" => Port(value, HighestPort - 2) is { } port
            ? (options with { StoragePort = port }, 1, null)
            : (options, 0, $"--storage-port wants a number from 0 to {HighestPort - 2}."),
        "--data" => !string.IsNullOrWhiteSpace(value) && !value.StartsWith("--", StringComparison.Ordinal)
            ? (options with { Data = value }, 1, null)
            : (options, 0, "--data wants a folder."),
        "--clock" => ClockStart.Parse(value) is { } clock
            ? (options with { Clock = clock }, 1, null)
            : (options, 0, "--clock wants a day as 2029-11-22, or +3y, or +1000d."),
        _ when option.StartsWith('-') => (options, 0, $"Unknown option {option}."),
        _ => (options, 0, $"Unknown argument '{option}'."),
    };

    private static int? Port(string? text, int highest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= highest ? port : null;

    private static string? Overlap(HostOptions options) =>
        options is { Port: > 0, StoragePort: > 0 } && options.Port - options.StoragePort is 0 or 1 or 2
            ? $"--port {options.Port} is one of the three storage ports that begin at {options.StoragePort}."
            : null;

    /// <summary>Run the archive.</summary>
    public sealed record Run(HostOptions Options) : CommandLine;

    /// <summary>Check a custody receipt.</summary>
    public sealed record VerifyReceipt(ReceiptCheckOptions Options) : CommandLine;

    /// <summary>Check a package.</summary>
    public sealed record CheckPackage(PackageCheckOptions Options) : CommandLine;

    /// <summary>Make a submission package.</summary>
    public sealed record MakeSip(MakeSipOptions Options) : CommandLine;

    /// <summary>Write a table to fill in.</summary>
    public sealed record MakeTemplate(string Path) : CommandLine;

    /// <summary>Print <see cref="Usage"/>.</summary>
    public sealed record Help : CommandLine;

    /// <summary>It cannot be understood: one line that says why, and exit code 2.</summary>
    public sealed record Mistake(string Line) : CommandLine;
}
