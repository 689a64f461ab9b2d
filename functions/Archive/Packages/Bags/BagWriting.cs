using System.Globalization;

namespace Archive.Packages.Bags;

/// <summary>One bag being written: the payload, what is said of it, the declaration, and last the lists of what was written.</summary>
/// <param name="plan">What is written.</param>
/// <param name="store">Makes a file and has it filled; called once for each, one after another.</param>
/// <param name="stop">Ends it.</param>
internal sealed class BagWriting(BagPlan plan, Func<string, Func<Stream, Task>, Task> store, CancellationToken stop)
{
    private static readonly BagAlgorithm[] Algorithms = [BagAlgorithm.Sha256, BagAlgorithm.Sha512];

    private readonly List<(string Path, byte[][] Digests)> payload = [];
    private readonly List<(string Path, byte[][] Digests)> tags = [];
    private long bytes;

    public async Task EverythingAsync()
    {
        if (BagRefusal.Of(plan) is { Count: > 0 } refusals)
            throw new InvalidOperationException($"The bag {plan.Name} cannot be written as planned: {refusals[0]}");

        foreach (var file in plan.Files)
            await Payload(file);
        if (plan.Files.Count == 0)
            await Payload(new BagContent(".keep", 0, null, _ => Task.FromResult(Stream.Null)));

        await Tag(BagInfo.File, Info());
        foreach (var (algorithm, at) in Algorithms.Select((algorithm, at) => (algorithm, at)))
            await Tag($"manifest-{algorithm.Name}.txt", Lines(payload, at));
        await Tag(BagDeclaration.File, ["BagIt-Version: 1.0\n", "Tag-File-Character-Encoding: UTF-8\n"]);

        var listed = tags.ToArray();
        foreach (var (algorithm, at) in Algorithms.Select((algorithm, at) => (algorithm, at)))
            await Tag($"tagmanifest-{algorithm.Name}.txt", Lines(listed, at));
    }

    private Task Payload(BagContent file) => store(BagPath.Payload + file.Path, async target =>
    {
        await using var source = await file.Open(stop);
        var (size, digests) = await BagDigests.OfAsync(source, target, Algorithms, stop);
        if (file.Size is { } expected && size != expected)
            throw new InvalidDataException($"{file.Path} has {size} bytes and not {expected}.");
        if (file.Digest is { } known && known.Value != Convert.ToHexStringLower(digests[0]))
            throw new InvalidDataException($"{file.Path} is not what was to be written: its SHA-256 is {Convert.ToHexStringLower(digests[0])} and not {known}.");

        bytes += size;
        payload.Add((BagPath.Payload + file.Path, digests));
    });

    private Task Tag(string path, IEnumerable<string> lines) => store(path, async target =>
    {
        using var source = new LineStream(lines);
        var (_, digests) = await BagDigests.OfAsync(source, target, Algorithms, stop);
        tags.Add((path, digests));
    });

    private static IEnumerable<string> Lines(IEnumerable<(string Path, byte[][] Digests)> files, int algorithm) =>
        files.Select(file => $"{Convert.ToHexStringLower(file.Digests[algorithm])}  {BagPath.Written(file.Path)}\n");

    private IEnumerable<string> Info()
    {
        foreach (var (label, value) in plan.Info)
            yield return $"{label}: {string.Join("\n  ", value.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))}\n";
        yield return $"{BagInfo.Date}: {plan.Bagged.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n";
        yield return string.Create(CultureInfo.InvariantCulture, $"{BagInfo.Oxum}: {bytes}.{payload.Count}\n");
    }
}
