using System.Text;
using System.Text.Json;
using Archive.Packages.Messages;
using Archive.Packages.Reading;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages.Messages;

/// <summary>The message of <c>tests/samples/packages/edxml</c>, for a test to change.</summary>
internal static class SampleMessage
{
    public const string Second = "c3R0O8SRxqFuIHbhu4sKMTtT4bufIE7hu5lpIHbhu6UK";

    private static readonly string Home = Repository.File("tests/samples/packages/edxml");

    public static string Text { get; } = File.ReadAllText(Path.Combine(Home, "base", "cong-van.edxml"));

    public static IReadOnlyList<MessageRecipe> Recipes { get; } =
        JsonSerializer.Deserialize<MessageRecipe[]>(File.ReadAllText(Path.Combine(Home, "recipes.json")), JsonSerializerOptions.Web)!;

    /// <summary>Something else in the place of what stands in the message once.</summary>
    public static string With(this string text, string from, string to)
    {
        Assert.Equal(2, text.Split(from).Length);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    /// <summary>Opens a text as a package and looks at it while its work area is there.</summary>
    public static async Task<T> Opened<T>(string text, Func<PackageOpening, Task<T>> look, PackageLimits? limits = null)
    {
        var area = Directory.CreateTempSubdirectory("message-");
        try
        {
            using var packed = new MemoryStream(Encoding.UTF8.GetBytes(text));
            var opening = await PackageOpener.OpenAsync(packed, area.FullName, limits ?? PackageLimits.Default, TestContext.Current.CancellationToken);
            await using var package = (opening as PackageOpening.Opened)?.Package;
            return await look(opening);
        }
        finally
        {
            area.Delete(recursive: true);
        }
    }

    public static Task<PackageReport> Checked(string text, PackageLimits? limits = null) =>
        Opened(text, opening => PackageVerification.CheckAsync(opening, "thư.edxml", null, TestContext.Current.CancellationToken), limits);

    /// <summary>What the package has as the message itself.</summary>
    public static Task<string> Itself(string text) => Opened(text, async opening =>
    {
        var package = Assert.IsType<PackageOpening.Opened>(opening).Package;
        Assert.Equal([OpenedMessage.Itself], package.Paths.Where(path => !path.StartsWith(MessageAttachment.Folder, StringComparison.Ordinal)));
        using var itself = new StreamReader(await package.OpenAsync(OpenedMessage.Itself, TestContext.Current.CancellationToken));
        return await itself.ReadToEndAsync(TestContext.Current.CancellationToken);
    });

    /// <summary>Each document: its path, what is said of it, and its text.</summary>
    public static Task<List<(Archive.Packages.PackagedDocument Document, string Text)>> Documents(string text) => Opened(text, async opening =>
    {
        var package = Assert.IsType<OpenedMessage>(Assert.IsType<PackageOpening.Opened>(opening).Package);
        var documents = new List<(Archive.Packages.PackagedDocument, string)>();
        await foreach (var document in (await PackageCheck.TakeAsync(package, null, TestContext.Current.CancellationToken)).Dossier.DocumentsAsync(TestContext.Current.CancellationToken))
        {
            using var content = new StreamReader(await package.OpenAsync(document.Stored, TestContext.Current.CancellationToken));
            documents.Add((document, await content.ReadToEndAsync(TestContext.Current.CancellationToken)));
        }

        return documents;
    });
}

/// <summary>How the message is made to break one rule.</summary>
internal sealed record MessageRecipe(string Rule, IReadOnlyList<string[]> Edits, IReadOnlyList<string>? Also = null)
{
    public string Make() => Edits.Aggregate(SampleMessage.Text, (text, edit) => text.With(edit[0], edit[1]));
}
