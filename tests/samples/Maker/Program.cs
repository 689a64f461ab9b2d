using SampleMaker;

// Writes the made samples over the committed ones. What is no longer made is removed, so that the folder is exactly what this program makes.
var root = new DirectoryInfo(AppContext.BaseDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "ArchiveFunctions.sln")))
    root = root.Parent;

var samples = Path.Combine(root?.FullName ?? throw new DirectoryNotFoundException("ArchiveFunctions.sln stands nowhere above the program."), "tests", "samples");
foreach (var folder in SampleSet.Folders.Select(name => Path.Combine(samples, name)).Where(Directory.Exists))
    Directory.Delete(folder, recursive: true);

var (count, bytes) = (0, 0L);
foreach (var file in SampleSet.Make())
{
    var path = Path.Combine(samples, file.Path);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    await File.WriteAllBytesAsync(path, file.Bytes);
    (count, bytes) = (count + 1, bytes + file.Bytes.Length);
}

Console.WriteLine(FormattableString.Invariant($"{count} files, {bytes / 1024} KB, in {samples}"));
