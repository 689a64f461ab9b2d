using Archive.Records;

namespace Archive.Packages.Bags;

/// <summary>A bag to be written.</summary>
/// <param name="Name">The bag's folder.</param>
/// <param name="Files">What it is for.</param>
/// <param name="Info">Elements of bag-info.txt, in their order. Payload-Oxum and Bagging-Date are added by the writer.</param>
/// <param name="Bagged">The day it is made.</param>
public sealed record BagPlan(string Name, IReadOnlyList<BagContent> Files, IReadOnlyList<(string Label, string Value)> Info, DateOnly Bagged);

/// <summary>A file to be put into a bag.</summary>
/// <param name="Path">Below <c>data/</c>.</param>
/// <param name="Size">In bytes; null for what is made only when its turn comes.</param>
/// <param name="Digest">What its bytes must be, where that is known: they are held to it while they are written.</param>
/// <param name="Open">Opens it for reading; asked for once, when its turn comes.</param>
public sealed record BagContent(string Path, long? Size, Sha256Digest? Digest, Func<CancellationToken, Task<Stream>> Open);
