using ArchiveFunctions.ReadingRoom.Pages;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>Sizes of files in words.</summary>
internal static class SizeWords
{
    /// <summary>In the unit people would use.</summary>
    public static string Of(long size, PageWords words) => size switch
    {
        < 1 << 10 => words["size.bytes", size],
        < 1 << 20 => words["size.kilobytes", size / 1024d],
        _ => words["size.megabytes", size / 1048576d],
    };
}
