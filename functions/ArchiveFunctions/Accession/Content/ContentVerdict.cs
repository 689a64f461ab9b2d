using Archive.Description;
using Archive.Records;

namespace ArchiveFunctions.Accession.Content;

/// <summary>What a file is and what is wrong with it.</summary>
/// <param name="Format">By its bytes, containers opened.</param>
/// <param name="Findings">Empty when the file may be admitted. <c>Where</c> is the file's name, followed by <c>!/entry</c> inside a container.</param>
public sealed record ContentVerdict(FormatIdentity Format, IReadOnlyList<Finding> Findings);
