using Archive.Catalogue;

namespace ArchiveFunctions.Transfer;

/// <summary>Legal days are days of Asia/Ho_Chi_Minh, whatever the machine's zone.</summary>
internal static class Today
{
    /// <summary>The day a moment falls on.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(VietnamTime.At(moment).DateTime);
}
