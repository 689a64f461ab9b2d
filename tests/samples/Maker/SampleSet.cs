using SampleMaker.Papers;
using SampleMaker.Refused;
using SampleMaker.Sidecars;

namespace SampleMaker;

/// <summary>Everything below <c>tests/samples</c> that is made and not written by hand.</summary>
public static class SampleSet
{
    /// <summary>The folders that hold nothing else.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["records", "refused"];

    /// <summary>All files, in a fixed order.</summary>
    public static IEnumerable<SampleFile> Make() =>
    [
        .. PaperReader.All.SelectMany(Record),
        new("expected.json", Json.Write(PaperReader.All.Select(ExpectedReading.Of))),
        .. RefusedSet.Make(),
    ];

    private static IEnumerable<SampleFile> Record(Paper paper)
    {
        var path = "records/" + PaperFiles.Path(paper);
        yield return new SampleFile(path, PaperFiles.Write(paper));
        switch (paper["sidecar"])
        {
            case "json":
                yield return new SampleFile(path + ".metadata.json", Json.Write(PaperMetadata.Fields(paper)));
                break;
            case "edxml":
                yield return new SampleFile(path + ".edxml", EdXml.Layered(paper));
                break;
            case "edxml-flat":
                yield return new SampleFile(path + ".edxml", EdXml.Flat(paper));
                break;
        }
    }
}
