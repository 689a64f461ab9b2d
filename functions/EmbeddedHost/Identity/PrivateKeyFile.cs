using System.Security.Cryptography;

namespace EmbeddedHost.Identity;

/// <summary>A P-256 key kept in a file (PKCS#8, PEM) its owner alone may read, so that what it signed holds after a restart.</summary>
internal static class PrivateKeyFile
{
    /// <summary>The key in this file; a new one where there is none. The caller holds the data folder, so nobody else makes one meanwhile.</summary>
    public static string Open(string file)
    {
        if (!File.Exists(file))
            Write(file);
        return File.ReadAllText(file);
    }

    /// <summary>Whole or not at all: a torn key file would refuse every later start.</summary>
    private static void Write(string file)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        var draft = $"{file}.new";
        using (var writer = new StreamWriter(draft, options))
            writer.Write(made.ExportPkcs8PrivateKeyPem());
        File.Move(draft, file);
    }
}
