using static Archive.Description.Formats.KnownFormat;

namespace Archive.Description.Formats;

/// <summary>Images, sound and film.</summary>
internal static class MediaFormats
{
    public static readonly KnownFormat Jpeg = Of(FormatFamily.Image, "fmt/41", "Raw JPEG Stream", "image/jpeg", "jpg", "jpeg", "jpe", "jfif");
    public static readonly KnownFormat Jfif = Of(FormatFamily.Image, "fmt/43", "JPEG File Interchange Format 1.01", "image/jpeg", "jpg", "jpeg", "jpe", "jfif");
    public static readonly KnownFormat Jfif102 = Of(FormatFamily.Image, "fmt/44", "JPEG File Interchange Format 1.02", "image/jpeg", "jpg", "jpeg", "jpe", "jfif");
    public static readonly KnownFormat Exif = Of(FormatFamily.Image, "x-fmt/391", "Exchangeable Image File Format (Compressed)", "image/jpeg", "jpg", "jpeg", "jpe");
    public static readonly KnownFormat Tiff = Of(FormatFamily.Image, "fmt/353", "Tagged Image File Format", "image/tiff", "tif", "tiff");
    public static readonly KnownFormat BigTiff = Of(FormatFamily.Image, "fmt/1917", "Tagged Image File Format (BigTIFF)", "image/tiff", "tif", "tiff", "btf");
    public static readonly KnownFormat Png = Of(FormatFamily.Image, "fmt/11", "Portable Network Graphics 1.0", "image/png", "png");
    public static readonly KnownFormat Png11 = Of(FormatFamily.Image, "fmt/12", "Portable Network Graphics 1.1", "image/png", "png");
    public static readonly KnownFormat Png12 = Of(FormatFamily.Image, "fmt/13", "Portable Network Graphics 1.2", "image/png", "png");
    public static readonly KnownFormat Gif87 = Of(FormatFamily.Image, "fmt/3", "Graphics Interchange Format 87a", "image/gif", "gif");
    public static readonly KnownFormat Gif89 = Of(FormatFamily.Image, "fmt/4", "Graphics Interchange Format 89a", "image/gif", "gif");

    public static readonly KnownFormat Mpeg1 = Of(FormatFamily.Video, "x-fmt/385", "MPEG-1 Program Stream", "video/mpeg", "mpg", "mpeg", "vob");
    public static readonly KnownFormat Mpeg2 = Of(FormatFamily.Video, "x-fmt/386", "MPEG-2 Program Stream", "video/mpeg", "mpg", "mpeg", "vob", "m2p");
    public static readonly KnownFormat Mpeg1Elementary = Of(FormatFamily.Video, "fmt/649", "MPEG-1 Elementary Stream", "video/mpeg", "mpg", "mpeg", "m1v", "mpv");
    public static readonly KnownFormat Mpeg2Elementary = Of(FormatFamily.Video, "fmt/640", "MPEG-2 Elementary Stream", "video/mpeg", "mpg", "mpeg", "m2v", "mpv");
    public static readonly KnownFormat Mp4 = Of(FormatFamily.Video, "fmt/199", "MPEG-4 Media File", "video/mp4", "mp4", "m4v", "mp4v");
    public static readonly KnownFormat M4a = Of(FormatFamily.Audio, "fmt/199", "MPEG-4 Media File (audio)", "audio/mp4", "m4a", "aac", "mp4");
    public static readonly KnownFormat QuickTime = Of(FormatFamily.Video, "x-fmt/384", "QuickTime", "video/quicktime", "mov", "qt");
    public static readonly KnownFormat Avi = Of(FormatFamily.Video, "fmt/5", "Audio/Video Interleaved", "video/x-msvideo", "avi");
    public static readonly KnownFormat Asf = Of(FormatFamily.Video, "fmt/131", "Advanced Systems Format", "video/x-ms-asf", "asf", "wmv", "wma");
    public static readonly KnownFormat Wmv = Of(FormatFamily.Video, "fmt/133", "Windows Media Video", "video/x-ms-wmv", "wmv", "asf");
    public static readonly KnownFormat Wma = Of(FormatFamily.Audio, "fmt/132", "Windows Media Audio", "audio/x-ms-wma", "wma", "asf");
    public static readonly KnownFormat Wav = Of(FormatFamily.Audio, "fmt/6", "Waveform Audio", "audio/x-wav", "wav", "wave");
    public static readonly KnownFormat Mp3 = Of(FormatFamily.Audio, "fmt/134", "MPEG 1/2 Audio Layer 3", "audio/mpeg", "mp3");
    public static readonly KnownFormat Aac = Of(FormatFamily.Audio, "", "Advanced Audio Coding (ADTS)", "audio/aac", "aac");

    public static readonly IReadOnlyList<KnownFormat> All =
    [
        Jpeg, Jfif, Jfif102, Exif, Tiff, BigTiff, Png, Png11, Png12, Gif87, Gif89, Mpeg1, Mpeg2, Mpeg1Elementary, Mpeg2Elementary,
        Mp4, M4a, QuickTime, Avi, Asf, Wmv, Wma, Wav, Mp3, Aac,
    ];
}
