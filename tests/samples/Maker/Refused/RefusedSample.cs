namespace SampleMaker.Refused;

/// <summary>One entry of <c>refused.json</c>.</summary>
/// <param name="Codes">The findings the upload must give.</param>
/// <param name="Name">The name it is uploaded under.</param>
/// <param name="Agency">The inbox folder.</param>
/// <param name="File">Its content, below <c>tests/samples</c>.</param>
/// <param name="Recipe">Or how to make its content: see <see cref="Recipe"/>.</param>
/// <param name="Sidecar">The file uploaded beside it as <c>name.metadata.json</c>.</param>
/// <param name="SidecarRecipe">Or how to make that.</param>
internal sealed record RefusedSample(
    IReadOnlyList<string> Codes,
    string Name,
    string Agency = "H26.02",
    string? File = null,
    string? Recipe = null,
    string? Sidecar = null,
    string? SidecarRecipe = null);

/// <summary>How to make content that cannot stand in a repository: some first bytes, then one byte repeated up to a size.</summary>
/// <param name="Start">The first bytes, in base 64.</param>
/// <param name="Fill">The byte repeated after them.</param>
/// <param name="Size">The size of the whole; the first bytes alone where it is theirs.</param>
internal sealed record Recipe(string Start, byte Fill, long Size);
