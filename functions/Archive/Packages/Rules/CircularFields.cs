namespace Archive.Packages.Rules;

/// <summary>Elements of the circular's descriptive files that no sidecar has. Data, not rules.</summary>
internal static class CircularFields
{
    /// <summary>Mã hồ sơ gốc giấy.</summary>
    public const string PaperFileCode = "paperFileCode";

    /// <summary>0 outgoing, 1 incoming documents: only of a batch.</summary>
    public const string Source = "source";

    /// <summary>01 negative, 02 photo.</summary>
    public const string TypePic = "typePic";

    /// <summary>01 sound, 02 pictures.</summary>
    public const string TypeMedia = "typeMedia";

    /// <summary>01 colour, 02 black and white.</summary>
    public const string Colour = "colour";

    /// <summary>Why a reader asks: 01 to 03.</summary>
    public const string Purpose = "purpose";

    /// <summary>Who is exempt from fees: 01 to 10.</summary>
    public const string FeeObjectType = "feeObjectType";
}
