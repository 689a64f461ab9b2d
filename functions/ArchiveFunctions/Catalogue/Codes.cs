using Archive.ReadingRoom;
using Archive.Records;

namespace ArchiveFunctions.Catalogue;

/// <summary>Custody, access and sight as they are written in the index and in JSON.</summary>
internal static class Codes
{
    public static string Of(Custody custody) => custody == Custody.Historical ? "historical" : "agency";

    public static string Of(AccessMode access) => access switch
    {
        AccessMode.Public => "01",
        AccessMode.Secret => "03",
        _ => "02",
    };

    /// <summary>Null for the whole: only what is less says so.</summary>
    public static string? Of(Sight sight) => sight switch
    {
        Sight.Described => "described",
        Sight.Stub => "stub",
        _ => null,
    };
}
