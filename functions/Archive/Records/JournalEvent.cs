namespace Archive.Records;

/// <summary>How an event ended (PREMIS eventOutcome).</summary>
public enum EventOutcome
{
    /// <summary>As intended.</summary>
    Success,

    /// <summary>Not as intended; the detail says what.</summary>
    Failure,
}

/// <summary>
/// One line of a record's journal: append-only, in PREMIS 3.0 terms. <paramref name="Type"/> is a term of the Library of Congress event
/// vocabulary (<see cref="EventTypes"/>).
/// </summary>
/// <param name="Type">The event's type.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Actor">The person, agency or role on whose behalf it happened.</param>
/// <param name="Agent">The software that did it.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Detail">What is worth knowing, in a form a program can read: <c>name=value; …</c>.</param>
public sealed record JournalEvent(string Type, DateTimeOffset At, string Actor, string Agent, EventOutcome Outcome, string Detail)
{
    /// <summary>How the detail of a line begins whose actor is an archivist and not an agency.</summary>
    public const string ByArchivist = "source=archivist";

    /// <summary>A person's words as a value of the detail: on one line, and without the sign that ends a value.</summary>
    public static string Plain(string text) => string.Concat(text.Select(letter => letter == ';' ? ',' : char.IsControl(letter) ? ' ' : letter));
}

/// <summary>The event types this archive writes, each a term of the Library of Congress preservation-event vocabulary.</summary>
public static class EventTypes
{
    /// <summary>An upload was taken out of the inbox.</summary>
    public const string Capture = "capture";

    /// <summary>A package was taken apart into its documents.</summary>
    public const string Unpacking = "unpacking";

    /// <summary>The digest was computed over the bytes received.</summary>
    public const string MessageDigestCalculation = "message digest calculation";

    /// <summary>A digest was compared with an earlier or declared one.</summary>
    public const string FixityCheck = "fixity check";

    /// <summary>The format was identified by its signature.</summary>
    public const string FormatIdentification = "format identification";

    /// <summary>The rules of admission were applied.</summary>
    public const string Validation = "validation";

    /// <summary>The record became part of the archive.</summary>
    public const string Ingestion = "ingestion";

    /// <summary>Metadata was read out of the document.</summary>
    public const string MetadataExtraction = "metadata extraction";

    /// <summary>Metadata was changed.</summary>
    public const string MetadataModification = "metadata modification";

    /// <summary>A digital signature was verified.</summary>
    public const string DigitalSignatureValidation = "digital signature validation";

    /// <summary>An upload was set aside.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>A rule was applied to a record: its transfer was announced, called for, or found overdue.</summary>
    public const string PolicyAssignment = "policy assignment";

    /// <summary>Custody moved from the agency to the historical archive.</summary>
    public const string Transfer = "transfer";

    /// <summary>A copy of the content was destroyed.</summary>
    public const string Deletion = "deletion";

    /// <summary>Records were put together into an information package.</summary>
    public const string PackageCreation = "information package creation";
}
