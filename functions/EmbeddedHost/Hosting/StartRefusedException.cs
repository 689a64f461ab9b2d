namespace EmbeddedHost.Hosting;

/// <summary>The host cannot start, for a reason its operator can mend: one line to read, and exit code 1.</summary>
public sealed class StartRefusedException(string line) : Exception(line);
