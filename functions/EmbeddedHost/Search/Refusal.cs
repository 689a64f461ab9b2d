namespace EmbeddedHost.Search;

/// <summary>A request answered with an error status: what the service would refuse, or what is not played here. The message always names the construct.</summary>
internal sealed class Refusal(int status, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status of the answer.</summary>
    public int Status { get; } = status;

    /// <summary>The service's error code, empty where it gives none.</summary>
    public string Code { get; } = code;

    /// <summary>400: the service would refuse this as well.</summary>
    public static Refusal Invalid(string message) => new(400, "", message);

    /// <summary>404: no such index or document.</summary>
    public static Refusal NotFound(string message) => new(404, "", message);

    /// <summary>501: the service knows this, the embedded search does not. Never ignored, so that nobody relies on what did not happen.</summary>
    public static Refusal NotPlayed(string construct) => new(501, "NotImplemented", $"{construct} is not supported by the embedded search.");
}
