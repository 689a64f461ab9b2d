namespace EmbeddedHost.Triggers.Discovery;

/// <summary>A message a function sends by returning it.</summary>
/// <param name="Connection">The setting that names the namespace.</param>
/// <param name="Entity">The queue or topic.</param>
/// <param name="IsTopic">Whether it is a topic.</param>
/// <param name="Read">Takes the value out of what the function returned.</param>
public sealed record OutputBinding(string Connection, string Entity, bool IsTopic, Func<object, object?> Read);
