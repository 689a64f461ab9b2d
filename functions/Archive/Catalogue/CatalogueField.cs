namespace Archive.Catalogue;

/// <summary>The names of the index's fields. A name once given never changes meaning: a different one needs a new index version.</summary>
public static class CatalogueField
{
    /// <summary>The key: the record id and the sight (<see cref="CatalogueKey"/>).</summary>
    public const string Id = "id";

    /// <summary>The row version the document was made from.</summary>
    public const string Version = "version";

    /// <summary>Trích yếu, or the file's name where nobody gave one.</summary>
    public const string Title = "title";

    /// <summary>The title, folded.</summary>
    public const string TitleFolded = "titleFolded";

    /// <summary>The document's text.</summary>
    public const string Text = "text";

    /// <summary>The text, folded.</summary>
    public const string TextFolded = "textFolded";

    /// <summary>Everything else that is said of the record in words: signer, place, recipients, keywords, codes.</summary>
    public const string Details = "details";

    /// <summary>The details, folded.</summary>
    public const string DetailsFolded = "detailsFolded";

    /// <summary>Number and notation in the forms people type.</summary>
    public const string Keys = "keys";

    /// <summary>Số.</summary>
    public const string Number = "number";

    /// <summary>Ký hiệu.</summary>
    public const string Notation = "notation";

    /// <summary>Code of the document type, 01 to 32.</summary>
    public const string Type = "type";

    /// <summary>Cơ quan ban hành.</summary>
    public const string Issuer = "issuer";

    /// <summary>The issuer, folded.</summary>
    public const string IssuerFolded = "issuerFolded";

    /// <summary>The depositing agency's code.</summary>
    public const string Agency = "agency";

    /// <summary>The dossier (mã hồ sơ) as given, composed and cut.</summary>
    public const string FileCode = "fileCode";

    /// <summary>Other dossiers it is in, likewise.</summary>
    public const string AlsoIn = "alsoIn";

    /// <summary>The year of issue.</summary>
    public const string Year = "year";

    /// <summary>The date of issue as it was given, ISO 8601, possibly without day or month.</summary>
    public const string IssuedOn = "issuedOn";

    /// <summary>The first moment the date of issue can mean.</summary>
    public const string IssuedFrom = "issuedFrom";

    /// <summary>The last second the date of issue can mean.</summary>
    public const string IssuedTo = "issuedTo";

    /// <summary>Mức độ tiếp cận: 01 or 02.</summary>
    public const string Access = "access";

    /// <summary>Which archive answers for the record: <c>agency</c> or <c>historical</c>.</summary>
    public const string Custody = "custody";

    /// <summary>The marks that open the record (<see cref="ReadingRoom.Visibility"/>).</summary>
    public const string Readers = "readers";

    /// <summary>When the record became part of the archive.</summary>
    public const string AdmittedAt = "admittedAt";

    /// <summary>Bytes of the content.</summary>
    public const string Size = "size";

    /// <summary>Why an archivist should look at the description (<see cref="Description.Doubt"/>); for the archivists' desk alone.</summary>
    public const string Doubts = "doubts";
}
