using SampleMaker.Papers;

namespace SampleMaker;

/// <summary>Everything below <c>tests/samples</c> that is made and not written by hand.</summary>
public static class SampleSet
{
    /// <summary>The folders that hold nothing else.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["records", "refused"];

    /// <summary>All files, in a fixed order.</summary>
    public static IEnumerable<SampleFile> Make()
    {
        foreach (var paper in PaperReader.All)
            yield return new SampleFile("records/" + PaperFiles.Path(paper), PaperFiles.Write(paper));
    }
}
