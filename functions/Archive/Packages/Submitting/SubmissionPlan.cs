namespace Archive.Packages.Submitting;

/// <summary>A submission package (SIP) to be written: a dossier, or a batch of loose documents (TT 05/2025, annexes III and IV).</summary>
/// <param name="IsDossier">SIP_hoso, or else SIP_tailieu.</param>
/// <param name="AgencyCode">Mã cơ quan, mã phông.</param>
/// <param name="AgencyName">The agency that submits.</param>
/// <param name="SubmissionCode">Mã đăng ký nộp lưu.</param>
/// <param name="Fields">The description of the whole, in its written form, by element.</param>
/// <param name="Documents">In their order.</param>
public sealed record SubmissionPlan(
    bool IsDossier, string AgencyCode, string AgencyName, string SubmissionCode, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<SubmittedDocument> Documents)
{
    /// <summary><c>fileCode</c>.</summary>
    public string FileCode => Fields[Description.Field.FileCode];

    /// <summary>The package's folder, its OBJID. Worked out from what the dossier is: made again, it is the same package.</summary>
    public string ObjectId => $"uuid-{Id.ToString("D").ToUpperInvariant()}";

    internal Guid Id => PackageNames.NamedId($"submission|{AgencyCode.Length}:{AgencyCode}|{FileCode.Length}:{FileCode}|{SubmissionCode}");

    internal PackageHeading Heading(DateTimeOffset created) => new(
        Id, ObjectId, "SIP", IsDossier ? "Mixed" : "Collection", MetsVocabulary.CsipProfile, Fields["title"], AgencyName, AgencyCode, SubmissionCode, created);
}

/// <summary>A document of a submission.</summary>
/// <param name="Kind">A document, a photo or a recording.</param>
/// <param name="Place">Where the table names it.</param>
/// <param name="Source">Where the agency has its file: what the caller opens it by.</param>
/// <param name="Name">What its file is called in the package: docId and the ending.</param>
/// <param name="Fields">Its description in its written form, by element.</param>
public sealed record SubmittedDocument(PackagedKind Kind, string Place, string Source, string Name, IReadOnlyDictionary<string, string> Fields)
{
    internal string DataPath => $"{PackageNames.Representation}/data/{Name}";

    internal string DescriptionPath => PackageNames.DocumentDescription(Path.GetFileNameWithoutExtension(Name), Kind);
}
