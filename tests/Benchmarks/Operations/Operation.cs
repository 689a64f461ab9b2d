namespace Benchmarks.Operations;

/// <summary>One kind of request to a service, named as README.md names it.</summary>
/// <param name="Service">blob, table, queue or search.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="What">What it is for.</param>
/// <param name="IsShared">Whether many records share it, so that its number does not grow with theirs.</param>
internal sealed record Operation(string Service, string Method, string What, bool IsShared = false);
