using System.Reflection;

namespace Archive.Records;

/// <summary>
/// Every finding the archive can make. A: admission of the content. S: what came with it (sidecar, slot). D: description. T: transfer. P: packages. The number never
/// changes meaning; words stand in the resource files, explanations in <c>docs/findings.md</c>.
/// </summary>
public static class FindingCodes
{
    /// <summary>The upload has no bytes.</summary>
    public static readonly FindingCode Empty = new("A-101", Severity.Error);

    /// <summary>The upload is larger than the policy allows.</summary>
    public static readonly FindingCode TooLarge = new("A-102", Severity.Error);

    /// <summary>The name says one format and the bytes another.</summary>
    public static readonly FindingCode NameContentMismatch = new("A-103", Severity.Error);

    /// <summary>The digest or size is not the declared one.</summary>
    public static readonly FindingCode FixityMismatch = new("A-104", Severity.Error);

    /// <summary>The document is encrypted, so that nobody could read it later.</summary>
    public static readonly FindingCode Encrypted = new("A-105", Severity.Error);

    /// <summary>The document cannot be opened.</summary>
    public static readonly FindingCode Damaged = new("A-106", Severity.Error);

    /// <summary>A program or script.</summary>
    public static readonly FindingCode Executable = new("A-107", Severity.Error);

    /// <summary>A document that carries a program: macro, PDF script, embedded executable, active markup.</summary>
    public static readonly FindingCode ActiveContent = new("A-108", Severity.Error);

    /// <summary>No agency is registered under the inbox folder's name.</summary>
    public static readonly FindingCode UnknownAgency = new("A-109", Severity.Error);

    /// <summary>Marked secret: by the sidecar or by a stamp on the page.</summary>
    public static readonly FindingCode SecretMarking = new("A-110", Severity.Error);

    /// <summary>No signature explains the bytes and the name does not help: nobody could read it later.</summary>
    public static readonly FindingCode UnknownFormat = new("A-111", Severity.Error);

    /// <summary>The name cannot be kept: control characters, <c>..</c>, or too long.</summary>
    public static readonly FindingCode UnsafeName = new("A-112", Severity.Error);

    /// <summary>A container that unpacks to far more than it holds.</summary>
    public static readonly FindingCode DecompressionBomb = new("A-113", Severity.Error);

    /// <summary>An image of more pixels than any page has.</summary>
    public static readonly FindingCode TooManyPixels = new("A-114", Severity.Error);

    /// <summary>Checking took longer than the budget allows.</summary>
    public static readonly FindingCode CheckingTookTooLong = new("A-115", Severity.Error);

    /// <summary>An archive file that is no package the archive knows, or a package within a package.</summary>
    public static readonly FindingCode PackageNotTaken = new("A-116", Severity.Error);

    /// <summary>The test pattern every virus scanner knows, or a known malicious one.</summary>
    public static readonly FindingCode Malware = new("A-117", Severity.Error);

    /// <summary>Could not be processed; an operator has been told. The upload is kept and tried again.</summary>
    public static readonly FindingCode SetAside = new("A-900", Severity.Warning);

    /// <summary>The sidecar is not JSON or XML, or not an object of fields.</summary>
    public static readonly FindingCode SidecarBroken = new("S-201", Severity.Error);

    /// <summary>A sidecar without the document it names.</summary>
    public static readonly FindingCode SidecarOrphaned = new("S-202", Severity.Error);

    /// <summary>The sidecar is larger than any description.</summary>
    public static readonly FindingCode SidecarTooLarge = new("S-203", Severity.Error);

    /// <summary>A field the standard does not know; kept, not used.</summary>
    public static readonly FindingCode FieldUnknown = new("S-204", Severity.Note);

    /// <summary>A field's value is not one the standard allows; not used.</summary>
    public static readonly FindingCode FieldInvalid = new("S-205", Severity.Warning);

    /// <summary>A field's value is longer than the standard allows; kept as given.</summary>
    public static readonly FindingCode FieldTooLong = new("S-206", Severity.Warning);

    /// <summary>A field the standard requires is missing.</summary>
    public static readonly FindingCode FieldMissing = new("S-207", Severity.Warning);

    /// <summary>A field required because of another one's value is missing.</summary>
    public static readonly FindingCode ConditionalFieldMissing = new("S-208", Severity.Warning);

    /// <summary>Another description of the same document stands, as <see cref="Accession.Precedence"/> says; this one is not used.</summary>
    public static readonly FindingCode DescriptionSuperseded = new("S-209", Severity.Error);

    /// <summary>Another dossier the document is in says otherwise of its access or retention.</summary>
    public static readonly FindingCode OtherDossierDiffers = new("S-210", Severity.Warning);

    /// <summary>The depositor and the document disagree.</summary>
    public static readonly FindingCode Disagreement = new("D-301", Severity.Warning);

    /// <summary>No text on the pages: scanned, to be recognised or described by hand.</summary>
    public static readonly FindingCode NoText = new("D-302", Severity.Warning);

    /// <summary>The text is in a legacy 8-bit encoding (TCVN3, VNI) and was converted.</summary>
    public static readonly FindingCode LegacyEncoding = new("D-303", Severity.Note);

    /// <summary>The text was longer than the reading budget and was cut.</summary>
    public static readonly FindingCode TextCut = new("D-304", Severity.Note);

    /// <summary>Reading the document took longer than the budget allows; described from what was read.</summary>
    public static readonly FindingCode ReadingTookTooLong = new("D-305", Severity.Warning);

    /// <summary>A field could be read only doubtfully.</summary>
    public static readonly FindingCode DoubtfulReading = new("D-306", Severity.Warning);

    /// <summary>The document is broken in places; described from what could be read.</summary>
    public static readonly FindingCode PartlyUnreadable = new("D-307", Severity.Warning);

    /// <summary>A digital signature is not intact, or does not cover the whole file.</summary>
    public static readonly FindingCode SignatureBroken = new("D-308", Severity.Warning);

    /// <summary>Marked secret after it was admitted: withheld from everyone.</summary>
    public static readonly FindingCode FoundSecret = new("D-309", Severity.Warning);

    /// <summary>A field the AIP requires, or that sets the due day, is missing.</summary>
    public static readonly FindingCode TransferFieldMissing = new("T-401", Severity.Warning);

    /// <summary>Nobody has decided who may see it.</summary>
    public static readonly FindingCode TransferAccessUndecided = new("T-402", Severity.Warning);

    /// <summary>Part of the content cannot be read.</summary>
    public static readonly FindingCode TransferUnreadable = new("T-403", Severity.Warning);

    /// <summary>A hold is on it.</summary>
    public static readonly FindingCode TransferHeld = new("T-404", Severity.Warning);

    /// <summary>Its agency is not registered any more.</summary>
    public static readonly FindingCode TransferAgencyUnknown = new("T-405", Severity.Warning);

    /// <summary>It has not been described yet.</summary>
    public static readonly FindingCode TransferNotDescribed = new("T-406", Severity.Warning);

    /// <summary>It is withheld from everyone.</summary>
    public static readonly FindingCode TransferWithheld = new("T-407", Severity.Warning);

    /// <summary>The historical archive has returned it, with its reasons.</summary>
    public static readonly FindingCode TransferReturned = new("T-408", Severity.Warning);

    /// <summary>The record is in the historical archive, or on its way there: its agency describes it no more.</summary>
    public static readonly FindingCode HandedOver = new("T-409", Severity.Error);

    /// <summary>A record of the consignment was given back meanwhile: it is not in it any more.</summary>
    public static readonly FindingCode TransferUnclaimed = new("T-410", Severity.Warning);

    /// <summary>It is not transferred at all: not of a retention that is, or exempt.</summary>
    public static readonly FindingCode TransferNotSubject = new("T-411", Severity.Note);

    /// <summary>It is on its way already, or has arrived.</summary>
    public static readonly FindingCode TransferUnderWay = new("T-412", Severity.Note);

    /// <summary>A preserved file is not what was transferred.</summary>
    public static readonly FindingCode PreservedDiffers = new("T-413", Severity.Warning);

    /// <summary>A preserved file is not there.</summary>
    public static readonly FindingCode PreservedMissing = new("T-414", Severity.Warning);

    /// <summary>A preserved file is there and cannot be read.</summary>
    public static readonly FindingCode PreservedUnreadable = new("T-415", Severity.Warning);

    /// <summary>A preserved copy failed after the agency's own had been released.</summary>
    public static readonly FindingCode PreservedCopyLost = new("T-416", Severity.Warning);

    /// <summary>Neither ZIP nor tar nor tar.gz, by its bytes.</summary>
    public static readonly FindingCode PackageNotRecognised = new("P-501", Severity.Error);

    /// <summary>More files than any package has.</summary>
    public static readonly FindingCode PackageTooManyFiles = new("P-502", Severity.Error);

    /// <summary>Two files of one name, or of names that are one on some file system: in case, in the form of accents, a file where a folder is.</summary>
    public static readonly FindingCode PackageNamesCollide = new("P-503", Severity.Error);

    /// <summary>A link, a device, a socket: something that stands for bytes elsewhere.</summary>
    public static readonly FindingCode PackageLink = new("P-504", Severity.Error);

    /// <summary>The archive file says two things of the same entry, or gives the same bytes twice: readers would differ in what is in it.</summary>
    public static readonly FindingCode PackageContradictory = new("P-505", Severity.Error);

    /// <summary>A file packed by a method this archive does not unpack.</summary>
    public static readonly FindingCode PackagePacking = new("P-506", Severity.Error);

    /// <summary>Files are missing from a package that comes file by file; it waits for them.</summary>
    public static readonly FindingCode PackageAwaited = new("P-507", Severity.Warning);

    /// <summary>A dissemination package: a copy for a reader, not something to deposit.</summary>
    public static readonly FindingCode PackageNotForDeposit = new("P-520", Severity.Error);

    /// <summary>A sound package with nothing in it.</summary>
    public static readonly FindingCode PackageWithoutDocuments = new("P-521", Severity.Error);

    /// <summary>A rule that must be kept is broken.</summary>
    public static readonly FindingCode PackageRuleBroken = new("P-522", Severity.Error);

    /// <summary>A rule that should be kept is not.</summary>
    public static readonly FindingCode PackageRuleUnheeded = new("P-523", Severity.Warning);

    /// <summary>Something a package may do, and that was read in one way.</summary>
    public static readonly FindingCode PackageRuleNoted = new("P-524", Severity.Note);

    /// <summary>The dossier's code is not one of the agency that sends it.</summary>
    public static readonly FindingCode PackageOfOtherAgency = new("P-525", Severity.Warning);

    /// <summary>All of them, in the order above.</summary>
    public static IReadOnlyList<FindingCode> All { get; } =
        [.. typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<FindingCode>()];
}
