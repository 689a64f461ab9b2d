using Archive.Description;

namespace ArchiveFunctions.Description;

/// <summary>A document opened for reading.</summary>
/// <param name="Content">Seekable.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Format">What it is.</param>
internal sealed record OpenedDocument(Stream Content, long Size, FormatIdentity Format);
