namespace EmbeddedHost.Triggers.Discovery;

/// <summary>An app holds functions the embedded host cannot run. The message names each function, parameter and type, and what is supported.</summary>
public sealed class UnsupportedFunctionException : Exception
{
    /// <summary>Says that functions cannot be run.</summary>
    public UnsupportedFunctionException()
    {
    }

    /// <summary>Says why functions cannot be run.</summary>
    public UnsupportedFunctionException(string message)
        : base(message)
    {
    }

    /// <summary>Says why functions cannot be run, and what led there.</summary>
    public UnsupportedFunctionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
