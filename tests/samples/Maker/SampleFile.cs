namespace SampleMaker;

/// <summary>One file of the sample folder.</summary>
/// <param name="Path">Below <c>tests/samples</c>, with forward slashes, exactly as it stands on disk (decomposed where the sample is about that).</param>
/// <param name="Bytes">Its content.</param>
public sealed record SampleFile(string Path, byte[] Bytes);
