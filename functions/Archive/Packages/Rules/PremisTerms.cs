using System.Collections.Frozen;

namespace Archive.Packages.Rules;

/// <summary>The event types of the Library of Congress preservation vocabulary. Data, not rules.</summary>
internal static class PremisTerms
{
    public static readonly FrozenSet<string> EventTypes = new[]
    {
        "accession", "appraisal", "capture", "compression", "creation", "deaccession", "decompression", "decryption", "deletion", "digital signature generation",
        "digital signature validation", "dissemination", "encryption", "filename change", "fixity check", "forensic feature analysis", "format identification", "imaging",
        "information package creation", "information package merging", "information package splitting", "ingestion", "ingestion end", "ingestion start",
        "message digest calculation", "metadata extraction", "metadata modification", "migration", "modification", "normalization", "packing", "policy assignment",
        "quarantine", "recovery", "redaction", "refreshment", "replication", "transfer", "unpacking", "unquarantine", "validation", "virus check",
    }.ToFrozenSet(StringComparer.Ordinal);
}
