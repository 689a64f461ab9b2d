using Archive.Description.Formats;
using Archive.Packages.Submitting;
using Archive.Records;

namespace EmbeddedHost.Packages;

/// <summary>The folder an agency's files lie in. A name counts however its letters are composed: disks and tables write Vietnamese in both ways.</summary>
internal sealed class FileFolder
{
    private const int Head = 64 * 1024;

    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    /// <summary>Looks through the folder, and no link in it.</summary>
    public static FileFolder Of(string path)
    {
        var folder = new FileFolder();
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System | FileAttributes.Hidden };
        foreach (var file in Directory.EnumerateFiles(path, "*", options))
            folder.files[Key(Path.GetRelativePath(path, file))] = file;
        return folder;
    }

    /// <summary>The documents whose files are not there.</summary>
    public IReadOnlyList<SheetMistake> Missing(SubmissionPlan plan) =>
        [.. plan.Documents.Where(document => !files.ContainsKey(Key(document.Source))).Select(document => new SheetMistake(document.Place, SheetColumns.File, $"'{document.Source}' is not in the folder."))];

    /// <summary>The files no document has.</summary>
    public IEnumerable<string> Unnamed(SubmissionPlan plan) => files.Keys.Except(plan.Documents.Select(document => Key(document.Source))).Order(StringComparer.Ordinal);

    /// <summary>Opens a document's file, and says by its bytes what it is.</summary>
    public async Task<(Stream Content, string MediaType)> OpenAsync(SubmittedDocument document, CancellationToken stop)
    {
        var content = new FileStream(files[Key(document.Source)], FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.Asynchronous);
        var head = new byte[Head];
        var read = await content.ReadAtLeastAsync(head, Head, throwOnEndOfStream: false, stop);
        content.Position = 0;
        return (content, FormatIdentification.Identify(head.AsSpan(0, read), default, document.Source).MediaType is { Length: > 0 } type ? type : "application/octet-stream");
    }

    private static string Key(string path) => Vietnamese.Compose(path.Replace('\\', '/'));
}
