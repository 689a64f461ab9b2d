namespace Archive.ReadingRoom.Requests;

/// <summary>What a reader may ask to be given (TT 05/2025, chapter VI).</summary>
public enum CopyProduct
{
    /// <summary>Bản đọc (Đ37): read in the reading room for a term, not downloaded, not signed.</summary>
    ReadingCopy,

    /// <summary>Bản sao không xác thực (Đ40): downloaded, marked "BẢN SAO", not signed.</summary>
    UnauthenticatedCopy,

    /// <summary>Bản sao có xác thực (Đ41): downloaded and signed by the archive.</summary>
    AuthenticatedCopy,

    /// <summary>Bản sao có xác thực dạng gói tin DIP (Đ42): keeps the authenticity of the original, with an authentication file beside it.</summary>
    DisseminationPackage,
}
