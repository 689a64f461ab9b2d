using Archive.Description;
using Archive.Records;

namespace Archive.Packages;

/// <summary>What a package holds (TT 05/2025, annexes on AIP and DIP).</summary>
public enum PackageKind
{
    /// <summary>AIP_hoso: one dossier with its documents.</summary>
    Dossier,

    /// <summary>AIP_tailieu: a batch of documents that belong to no dossier.</summary>
    LooseBatch,

    /// <summary>A dissemination package (DIP): documents given to a reader, described as a whole by the request they were asked for with.</summary>
    Dissemination,
}

/// <summary>One archival information package (AIP) to be written: a dossier, or a batch of loose records.</summary>
/// <param name="Id">Name-based and the same for every rewrite; the package is <c>urn:uuid:{UUID}</c> all its life (E-ARK AIPM1).</param>
/// <param name="Kind">What it holds.</param>
/// <param name="FondsCode">Mã phông.</param>
/// <param name="AgencyName">The organisation whose fonds it is.</param>
/// <param name="SubmissionCode">Mã đăng ký nộp lưu: the submission agreement of the transfer.</param>
/// <param name="Created">Given, never the clock: writing twice gives the same bytes. Journal events after it are left out for the same reason.</param>
/// <param name="Title">Tiêu đề hồ sơ, or what the batch is.</param>
/// <param name="FileCode">Mã hồ sơ, verbatim; a batch may have its own code, else its submission code stands.</param>
/// <param name="Records">In the order of the dossier: 1 to <see cref="MostRecords"/>.</param>
public sealed record PackagePlan(
    Guid Id,
    PackageKind Kind,
    string FondsCode,
    string AgencyName,
    string SubmissionCode,
    DateTimeOffset Created,
    string Title,
    string? FileCode,
    IReadOnlyList<PackagedRecord> Records)
{
    /// <summary>The most records one package takes; a larger dossier is split by its caller.</summary>
    public const int MostRecords = 10_000;

    /// <summary>Mã cơ quan lưu trữ: put before the dossier's code in <c>arcFileCode</c>. Null where codes already begin with it.</summary>
    public string? ArchiveCode { get; init; }

    /// <summary>
    /// What is said of the dossier or batch itself, by the field names of <c>EAD.xsd</c> and in their written form. It stands before what is
    /// worked out from the documents.
    /// </summary>
    public IReadOnlyDictionary<string, string> Described { get; init; } = new Dictionary<string, string>();

    /// <summary>What both METS files say of the package.</summary>
    internal PackageHeading Heading => new(
        Id, PackageNames.ObjectId(Id), Kind == PackageKind.Dissemination ? "DIP" : "AIP", Kind == PackageKind.LooseBatch ? "Collection" : "Mixed",
        Kind == PackageKind.Dissemination ? MetsVocabulary.DipProfile : MetsVocabulary.AipProfile, Title, AgencyName, FondsCode, SubmissionCode, Created);

    /// <summary><c>arcFileCode</c>.</summary>
    internal string ArchiveFileCode => Archival(FileCode ?? SubmissionCode);

    /// <summary>A code as the archive's own.</summary>
    internal string Archival(string code) => ArchiveCode is null ? code : $"{ArchiveCode}.{code}";
}

/// <summary>A record of a package: its bytes and its name. What it is called and what happened to it are asked for one record at a time.</summary>
/// <param name="Id">The record.</param>
/// <param name="DocId">Mã định danh văn bản; the data file is named by it, so it must be safe and single in the package.</param>
/// <param name="Content">The bytes, as the vault keeps them.</param>
public sealed record PackagedRecord(RecordId Id, string DocId, Content Content)
{
    /// <summary>The signatures found in the document.</summary>
    public IReadOnlyList<SignatureReading> Signatures { get; init; } = [];
}

/// <summary>Where the writer learns of each record, so that no more than a few descriptions are held at once. Each is asked once per record.</summary>
/// <param name="Describe">What is said of a record.</param>
/// <param name="Journal">What happened to it, oldest first.</param>
public sealed record PackageSources(
    Func<RecordId, CancellationToken, Task<RecordDescription>> Describe,
    Func<RecordId, CancellationToken, Task<IReadOnlyList<JournalEvent>>> Journal);

/// <summary>The software that writes the package, named in METS and PREMIS.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
public sealed record PackagingSoftware(string Name, string Version);

/// <summary>A file of a written package.</summary>
/// <param name="Path">Below the package's folder, parts separated by <c>/</c>.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Digest">Of its bytes.</param>
/// <param name="Content">Where the bytes are a record's content: the record, whose bytes the caller copies from the vault. Else null.</param>
public sealed record PackageFile(string Path, string MediaType, long Size, Sha256Digest Digest, RecordId? Content)
{
    /// <summary>Where the file describes a record: the record. Else null.</summary>
    public RecordId? Describes { get; init; }
}

/// <summary>A generated file for the caller to store.</summary>
/// <param name="Path">Below the package's folder.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="WriteTo">Writes the bytes, forward only. May be called again after a failed attempt; the last call is the one that counts.</param>
public sealed record PackagePart(string Path, string MediaType, Func<Stream, CancellationToken, Task> WriteTo)
{
    /// <summary>Has a part stored, and says what its bytes came to: they are measured on their way, of the last call of <see cref="WriteTo"/>.</summary>
    /// <exception cref="InvalidOperationException"><paramref name="store"/> came back without having written it.</exception>
    internal static async Task<PackageFile> Stored(
        string path, string mediaType, Func<Stream, CancellationToken, Task> write, Func<PackagePart, CancellationToken, Task> store, CancellationToken stop)
    {
        PackageFile? written = null;
        await store(new PackagePart(path, mediaType, Measured), stop);
        return written ?? throw new InvalidOperationException($"{path} was not stored: nobody asked for its bytes.");

        async Task Measured(Stream target, CancellationToken cancel)
        {
            await using var measured = new MeasuredStream(target);
            await write(measured, cancel);
            written = new PackageFile(path, mediaType, measured.Count, measured.Digest, null);
        }
    }
}
