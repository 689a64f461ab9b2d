namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>Dates and numbers as people of this city write them.</summary>
internal static class Dates
{
    /// <summary>An ISO date, possibly without day or month, as 15/03/1998, 03/1998 or 1998.</summary>
    public static string Spoken(string iso) => string.Join('/', iso.Split('-').Reverse());

    /// <summary>A day.</summary>
    public static string Spoken(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A moment, Asia/Ho_Chi_Minh.</summary>
    public static string Spoken(DateTimeOffset moment) => Archive.Catalogue.VietnamTime.At(moment).ToString("HH:mm dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Number and notation as they are printed: 12/QĐ-UBND.</summary>
    public static string? Number(string? number, string? notation) => (number, notation) switch
    {
        (null, _) => notation,
        (_, null) => number,
        _ => $"{number}/{notation}",
    };
}
