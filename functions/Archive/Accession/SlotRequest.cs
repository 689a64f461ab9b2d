using Archive.Description;
using Archive.Records;

namespace Archive.Accession;

/// <summary>What an officer asks a slot for.</summary>
/// <param name="FileName">The document's name, with folders if wanted.</param>
/// <param name="Size">Its size in bytes, if known.</param>
/// <param name="Sha256">Its digest, if known.</param>
/// <param name="Metadata">What is said of it, as the sidecar's JSON object, if anything.</param>
/// <param name="Blocks">Whether it is to be written in blocks, so that an interrupted sending goes on where it stopped.</param>
/// <param name="Resumes">The upload whose slot this is to be once more, if one was interrupted.</param>
public sealed record SlotRequest(string? FileName, long? Size, string? Sha256, byte[]? Metadata, bool Blocks = false, string? Resumes = null)
{
    /// <summary>
    /// What is wrong with the request, judged before a byte is sent, by the rules the upload itself will be judged by. Empty when a slot can
    /// be given out.
    /// </summary>
    public IReadOnlyList<Finding> Errors(AdmissionPolicy policy)
    {
        var findings = new List<Finding>();
        if (FileName is null || !UploadName.IsSafe(FileName) || (UploadName.DocumentOf(FileName) is not null && !UploadName.IsMessage(FileName)) || FileName.Length > UploadName.MaxLength - 100)
            findings.Add(Finding.Of(FindingCodes.UnsafeName, "fileName"));
        if (Size == 0)
            findings.Add(Finding.Of(FindingCodes.Empty, "size"));
        if (Size < 0)
            findings.Add(Invalid("size", $"{Size}", FieldKind.Size));
        if (Size > policy.MaxBytes)
            findings.Add(Finding.Of(FindingCodes.TooLarge, "size", $"{Size}", $"{policy.MaxBytes}"));
        if (Sha256 is not null && !Sha256Digest.TryParse(Sha256, out _))
            findings.Add(Invalid("sha256", Sha256, FieldKind.Digest));
        return [.. findings, .. OfMetadata()];
    }

    /// <summary>
    /// Whether this asks once more for the slot of an upload of which nothing has arrived: the same document, so that the blocks sent before are
    /// this one's. What is said of it may be said anew.
    /// </summary>
    public bool Continues(Upload upload) => upload is { Status: UploadStatus.Awaiting, DeclaredDigest: { } digest }
        && Sha256Digest.TryParse(Sha256 ?? "", out var own) && own.Value == digest && upload.GivenName == FileName && upload.DeclaredSize == Size;

    /// <summary>A sidecar's value that cannot stand is a warning, because it is not used; a slot can still be asked for rightly.</summary>
    private static Finding Invalid(string field, string given, FieldKind kind) =>
        Finding.Of(FindingCodes.FieldInvalid, field, given, FieldValue.Expects(kind)) with { Severity = Severity.Error };

    private IEnumerable<Finding> OfMetadata() => Metadata is null ? [] : Sidecar.Parse(Metadata) switch
    {
        SidecarReading.Broken broken => [broken.Finding],
        SidecarReading.Read read when Admission.SaysSecret(read.Statements) => [Finding.Of(FindingCodes.SecretMarking, Field.Mode, "03")],
        _ => [],
    };
}
