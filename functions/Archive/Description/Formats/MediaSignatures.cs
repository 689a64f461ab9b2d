namespace Archive.Description.Formats;

/// <summary>Sound and film: containers with their kind inside, and streams told by their first frame.</summary>
internal static class MediaSignatures
{
    private static readonly byte[] AsfHeader = [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, 0xA6, 0xD9, 0x00, 0xAA, 0x00, 0x62, 0xCE, 0x6C];

    /// <summary>GUID of the video stream type in an ASF stream property.</summary>
    private static readonly byte[] AsfVideo = [0xC0, 0xEF, 0x19, 0xBC, 0x4D, 0x5B, 0xCF, 0x11, 0xA8, 0xFD, 0x00, 0x80, 0x5F, 0x5C, 0x44, 0x2B];

    /// <summary>GUID of the audio stream type in an ASF stream property.</summary>
    private static readonly byte[] AsfAudio = [0x40, 0x9E, 0x69, 0xF8, 0x4D, 0x5B, 0xCF, 0x11, 0xA8, 0xFD, 0x00, 0x80, 0x5F, 0x5C, 0x44, 0x2B];

    /// <summary>The format, or null.</summary>
    public static KnownFormat? Find(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12)
            return null;
        if (head.StartsWith(AsfHeader))
            return Asf(head);
        if (head.StartsWith("RIFF"u8))
            return head[8..].StartsWith("AVI "u8) ? MediaFormats.Avi : head[8..].StartsWith("WAVE"u8) ? MediaFormats.Wav : null;
        if (head[4..].StartsWith("ftyp"u8))
            return Iso(head[8..12]);
        if (head[4..].StartsWith("moov"u8) || head[4..].StartsWith("mdat"u8) || head[4..].StartsWith("wide"u8))
            return MediaFormats.QuickTime;
        return Mpeg(head) ?? Frames(head);
    }

    private static KnownFormat Asf(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf(AsfVideo) >= 0)
            return MediaFormats.Wmv;
        return head.IndexOf(AsfAudio) >= 0 ? MediaFormats.Wma : MediaFormats.Asf;
    }

    private static KnownFormat? Iso(ReadOnlySpan<byte> brand)
    {
        if (brand.SequenceEqual("qt  "u8))
            return MediaFormats.QuickTime;
        if (brand.StartsWith("M4A"u8) || brand.StartsWith("M4B"u8))
            return MediaFormats.M4a;

        // Still images (HEIF, AVIF) share the container and are not among the accepted formats.
        var still = brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif"u8) || brand.StartsWith("avif"u8);
        return still ? null : MediaFormats.Mp4;
    }

    private static KnownFormat? Mpeg(ReadOnlySpan<byte> head)
    {
        if (head.Begin(0x00, 0x00, 0x01, 0xBA))
            return (head[4] & 0xC0) == 0x40 ? MediaFormats.Mpeg2 : MediaFormats.Mpeg1;
        if (!head.Begin(0x00, 0x00, 0x01, 0xB3))
            return null;

        // An MPEG-2 sequence header is followed by an extension start code.
        return head.Find(0x00, 0x00, 0x01, 0xB5) is >= 8 and < 160 ? MediaFormats.Mpeg2Elementary : MediaFormats.Mpeg1Elementary;
    }

    /// <summary>Bare audio frames: twelve sync bits, then the layer (00 in ADTS), and a second frame where the first one says it ends.</summary>
    private static KnownFormat? Frames(ReadOnlySpan<byte> head)
    {
        if (head[0] != 0xFF || (head[1] & 0xE0) != 0xE0)
            return null;
        if ((head[1] & 0xF6) == 0xF0)
            return Follows(head, ((head[3] & 3) << 11) | (head[4] << 3) | (head[5] >> 5)) ? MediaFormats.Aac : null;

        return (head[1] & 0x06) == 0x02 && Layer3Length(head) is var length and > 0 && Follows(head, length) ? MediaFormats.Mp3 : null;
    }

    private static bool Follows(ReadOnlySpan<byte> head, int length) =>
        length > 6 && (head.Length < length + 2 || (head[length] == 0xFF && (head[length + 1] & 0xE0) == 0xE0));

    private static int Layer3Length(ReadOnlySpan<byte> frame)
    {
        ReadOnlySpan<int> first = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
        ReadOnlySpan<int> second = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
        ReadOnlySpan<int> rates = [44100, 48000, 32000, 0];
        var version = (frame[1] >> 3) & 3;
        var rate = rates[(frame[2] >> 2) & 3] >> (version switch { 3 => 0, 2 => 1, _ => 2 });
        var bits = (version == 3 ? first : second)[frame[2] >> 4];
        if (version == 1 || rate == 0 || bits == 0)
            return 0;

        return ((version == 3 ? 144_000 : 72_000) * bits / rate) + ((frame[2] >> 1) & 1);
    }
}
