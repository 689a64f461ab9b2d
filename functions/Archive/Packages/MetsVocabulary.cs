namespace Archive.Packages;

/// <summary>Names and values of METS as E-ARK CSIP and TT 05/2025 use them. Data, not rules.</summary>
internal static class MetsVocabulary
{
    public const string Mets = "http://www.loc.gov/METS/";
    public const string XLink = "http://www.w3.org/1999/xlink";
    public const string Csip = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS";
    public const string Premis = "http://www.loc.gov/premis/v3";
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>What TT 05/2025's annex on AIP puts into <c>mets/@PROFILE</c> of the package.</summary>
    public const string AipProfile = "http://www.ra.ee/METS/v01/IP.xml";

    /// <summary>The profile of a dissemination package (TT 05/2025, annex on DIP, after E-ARK).</summary>
    public const string DipProfile = "https://earkdip.dilcis.eu/profile/E-ARK-DIP.xml";

    /// <summary>The profile of a representation, in the circular as in CSIP.</summary>
    public const string CsipProfile = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml";

    /// <summary>How the profiles the E-ARK AIP specification names itself begin, whatever the version; three hosts stand in its 2.2.0 text.</summary>
    public static readonly string[] EarkAipProfiles =
        ["https://earkaip.dilcis.eu/profile/E-ARK-AIP", "https://earkdip.dilcis.eu/profile/E-ARK-AIP", "https://earkcsip.dilcis.eu/profile/E-ARK-AIP"];

    public const string StructMapLabel = "CSIP";
    public const string Metadata = "Metadata";
    public const string Schemas = "Schemas";
    public const string Documentation = "Documentation";
    public const string Representations = "Representations";
    public const string Representation1 = "Representations/rep1";
    public const string RepresentationData = "Representations/rep1/data";
    public const string Data = "Data";
    public const string MetadataLink = "MetadataLink/File";
    public const string Attachment = "AttachmentFile";
    public const string SoftwareVersion = "SOFTWARE VERSION";
    public const string IdentificationCode = "IDENTIFICATIONCODE";
    public const string Sha256 = "SHA-256";
    public const string XmlType = "application/xml";
}
