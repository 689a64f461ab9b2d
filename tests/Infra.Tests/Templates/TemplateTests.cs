namespace Infra.Tests.Templates;

public sealed class TemplateTests
{
    public static TheoryData<string> Parameters => [.. Directory.GetFiles(Bicep.Folder, "*.bicepparam").Select(file => Path.GetFileName(file)!).Order()];

    public static TheoryData<string> Stages => ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Every_deployment_builds_and_lints_without_a_word(string parameters)
    {
        var built = await Bicep.Run("build-params", Path.Combine(Bicep.Folder, parameters), "--stdout");
        // Type errors on resources are warnings with exit code 0: nothing may be said at all.
        Assert.Equal("", built.Errors.Trim());
        Assert.Equal(0, built.ExitCode);
        Assert.Contains("parametersJson", built.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_deployment_evaluates_to_its_committed_snapshot(string stage)
    {
        var compared = await Bicep.Snapshot($"{stage}.bicepparam", Repository.WritesGolden ? "Overwrite" : "Validate");
        Assert.True(compared.ExitCode == 0 && compared.Errors.Trim().Length == 0, $"{stage}: {compared.Output}{compared.Errors}\nIf the change is meant: ARCHIVE_GOLDEN=write dotnet test --project tests/Infra.Tests");
    }

    [Fact]
    public async Task Templates_are_formatted()
    {
        using var copy = new FolderCopy(Bicep.Folder);
        var formatted = await Bicep.Run("format", "--pattern", Path.Combine(copy.Path, "**", "*.bicep"));
        Assert.Equal(0, formatted.ExitCode);
        var files = Directory.GetFiles(Bicep.Folder, "*.bicep", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.Equal([], files.Where(file => File.ReadAllText(file) != File.ReadAllText(Path.Combine(copy.Path, Path.GetRelativePath(Bicep.Folder, file)))));
    }

    [Fact]
    public void Every_module_is_described_and_in_use()
    {
        var templates = Directory.GetFiles(Bicep.Folder, "*.bicep", SearchOption.AllDirectories);
        Assert.Equal([], templates.Where(file => !File.ReadAllText(file).StartsWith("metadata name = ", StringComparison.Ordinal)));
        var main = Repository.Text("infra", "main.bicep");
        Assert.Equal([], Directory.GetFiles(Path.Combine(Bicep.Folder, "modules")).Select(Path.GetFileName).Where(name => !main.Contains($"'modules/{name}'", StringComparison.Ordinal)));
    }

    private sealed class FolderCopy : IDisposable
    {
        public FolderCopy(string from)
        {
            foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(from, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("infra-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
