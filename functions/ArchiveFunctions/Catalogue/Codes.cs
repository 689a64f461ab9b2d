using Archive.Records;

namespace ArchiveFunctions.Catalogue;

/// <summary>Custody and access as they are written in the index and in JSON.</summary>
internal static class Codes
{
    public static string Of(Custody custody) => custody == Custody.Historical ? "historical" : "agency";

    public static string Of(AccessMode access) => access switch
    {
        AccessMode.Public => "01",
        AccessMode.Secret => "03",
        _ => "02",
    };
}
