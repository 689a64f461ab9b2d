namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>A file that is gone when it is closed, or when the process ends.</summary>
internal static class TemporaryFile
{
    private const int Buffer = 64 * 1024;

    /// <summary>A new one, which its owner alone may read.</summary>
    public static FileStream Open()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose, BufferSize = Buffer };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
