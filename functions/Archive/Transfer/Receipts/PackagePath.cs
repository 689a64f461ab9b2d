namespace Archive.Transfer.Receipts;

/// <summary>Names of files below a package's root.</summary>
internal static class PackagePath
{
    /// <summary>Whether it stays below the root: a receipt from a stranger must not make the verifier read files elsewhere on the machine.</summary>
    public static bool IsSound(string? path) =>
        path is { Length: > 0 and <= 4096 } && !path.AsSpan().ContainsAny('\\', ':', '\0') && path.Split('/').All(part => part is not ("" or "." or ".."));
}
