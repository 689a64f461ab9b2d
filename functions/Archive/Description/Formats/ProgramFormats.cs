using static Archive.Description.Formats.KnownFormat;

namespace Archive.Description.Formats;

/// <summary>Containers the archive does not take yet, and programs it never takes.</summary>
internal static class ProgramFormats
{
    public static readonly KnownFormat Zip = Of(FormatFamily.Package, "x-fmt/263", "ZIP Format", "application/zip", "zip");
    public static readonly KnownFormat SevenZip = Of(FormatFamily.Package, "fmt/484", "7Zip format", "application/x-7z-compressed", "7z");
    public static readonly KnownFormat Rar = Of(FormatFamily.Package, "fmt/411", "RAR Archive", "application/vnd.rar", "rar");
    public static readonly KnownFormat Rar5 = Of(FormatFamily.Package, "fmt/613", "RAR Archive 5", "application/vnd.rar", "rar");
    public static readonly KnownFormat Gzip = Of(FormatFamily.Package, "x-fmt/266", "GZIP Format", "application/gzip", "gz", "tgz");
    public static readonly KnownFormat Tar = Of(FormatFamily.Package, "x-fmt/265", "Tape Archive Format", "application/x-tar", "tar");

    public static readonly KnownFormat Pe =
        Of(FormatFamily.Executable, "x-fmt/411", "Windows Portable Executable", "application/vnd.microsoft.portable-executable", "exe", "dll", "sys", "scr", "com", "cpl", "ocx");
    public static readonly KnownFormat Elf = Of(FormatFamily.Executable, "fmt/690", "Executable and Linkable Format", "application/x-elf", "elf", "so");
    public static readonly KnownFormat MachO = Of(FormatFamily.Executable, "fmt/693", "Mach-O", "application/x-mach-binary", "dylib");
    public static readonly KnownFormat JavaClass = Of(FormatFamily.Executable, "x-fmt/415", "Java Class File", "application/java-vm", "class");
    public static readonly KnownFormat Jar = Of(FormatFamily.Executable, "x-fmt/412", "Java Archive Format", "application/java-archive", "jar", "war", "ear");
    public static readonly KnownFormat Apk = Of(FormatFamily.Executable, "", "Android Package", "application/vnd.android.package-archive", "apk");
    public static readonly KnownFormat Shortcut = Of(FormatFamily.Executable, "x-fmt/428", "Microsoft Windows Shortcut", "application/x-ms-shortcut", "lnk");
    public static readonly KnownFormat Installer = Of(FormatFamily.Executable, "", "Microsoft Windows Installer", "application/x-msi", "msi", "msp");
    public static readonly KnownFormat ShellScript = Of(FormatFamily.Executable, "", "Script with an interpreter line", "text/x-shellscript", "sh", "bash", "zsh", "py", "pl", "rb");
    public static readonly KnownFormat Batch = Of(FormatFamily.Executable, "x-fmt/413", "Batch file", "application/x-bat", "bat", "cmd");

    /// <summary>Text only its extension makes a program.</summary>
    public static readonly KnownFormat Script = Of(
        FormatFamily.Executable,
        "",
        "Script",
        "text/x-script",
        "ps1", "psm1", "psd1", "vbs", "vbe", "vb", "js", "jse", "mjs", "wsf", "wsh", "wsc", "hta", "sct", "reg", "inf", "scf", "url", "jnlp", "php", "jsp", "asp", "aspx");

    public static readonly IReadOnlyList<KnownFormat> All =
        [Zip, SevenZip, Rar, Rar5, Gzip, Tar, Pe, Elf, MachO, JavaClass, Jar, Apk, Shortcut, Installer, ShellScript, Batch, Script];

    private static readonly HashSet<string> Extensions =
        All.Where(format => format.Identity.Family == FormatFamily.Executable).SelectMany(format => format.Extensions).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a file of that extension (lower case, no dot) is something a machine would run.</summary>
    public static bool IsProgramExtension(string extension) => Extensions.Contains(extension);
}
