namespace Archive.Packages.Rules;

/// <summary>Elements of the circular's descriptive files that no sidecar has. Data, not rules.</summary>
internal static class CircularFields
{
    /// <summary>Mã hồ sơ gốc giấy.</summary>
    public const string PaperFileCode = "paperFileCode";

    /// <summary>0 outgoing, 1 incoming documents: only of a batch.</summary>
    public const string Source = "source";

    /// <summary>Why a reader asks: 01 to 03.</summary>
    public const string Purpose = "purpose";

    /// <summary>Who is exempt from fees: 01 to 10.</summary>
    public const string FeeObjectType = "feeObjectType";
}
