namespace Archive.Records;

/// <summary>A dossier (hồ sơ) as the package it came in describes it (TT 05/2025, annex III), or a batch of loose documents (annex IV).</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="FileCode">Mã hồ sơ, verbatim.</param>
/// <param name="Title">Tiêu đề hồ sơ.</param>
/// <param name="Fields">What is said of it, verbatim, by element.</param>
/// <param name="Upload">The package.</param>
/// <param name="NotedAt">When it was taken apart, UTC.</param>
public sealed record Dossier(AgencyCode Agency, string FileCode, string Title, IReadOnlyDictionary<string, string> Fields, string Upload, DateTimeOffset NotedAt)
{
    /// <summary>Whether it is a batch of documents that belong to no dossier (SIP_tailieu); its code stands where a dossier's would.</summary>
    public bool IsBatch { get; init; }
}

/// <summary>A document of a dossier. One document may belong to several dossiers: its bytes are one record, and are kept once.</summary>
/// <param name="Place">Its place in the dossier, from 1.</param>
/// <param name="RecordId">The record; null for a holey file, which only names a document submitted before, until that is found.</param>
/// <param name="Code">Mã lưu trữ của tài liệu, verbatim, or the identifier a holey file names.</param>
/// <param name="Path">Where it was in the package.</param>
public sealed record DossierMember(int Place, string? RecordId, string? Code, string Path)
{
    /// <summary>Whether a supplement brought it (<see cref="DossierOrder"/>).</summary>
    public bool Added { get; init; }
}
