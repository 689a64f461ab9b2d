namespace EmbeddedHost.Triggers;

/// <summary>Starts one function whenever its trigger says so.</summary>
internal interface IPump
{
    /// <summary>The function's name.</summary>
    string Function { get; }

    /// <summary>Takes up work until told to stop; ends when what it took up has ended. Never fails for what a function or a service does.</summary>
    /// <param name="taking">Ends the taking up.</param>
    /// <param name="running">Ends the functions that run.</param>
    Task PumpAsync(CancellationToken taking, CancellationToken running);

    /// <summary>Whether something waits or runs; asks the services.</summary>
    Task<bool> HasWorkAsync(CancellationToken stop);
}
