using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Accession;
using ArchiveFunctions.ReadingRoom.Disclosing;

namespace ArchiveFunctions.ReadingRoom.Arrangement;

/// <summary>A document of a dossier as its caller sees it.</summary>
/// <param name="Member">What the register has of it.</param>
/// <param name="Opened">The record; null where it is only named and not found, which only those see who work with the agency's records.</param>
public sealed record DossierDocument(DossierMember Member, OpenedRecord? Opened)
{
    /// <summary>What stands for it in an address: nothing that would tell its place among documents that are not shown.</summary>
    public string Key => KeyOf(Member);

    internal static string KeyOf(DossierMember member) => member.RecordId ?? FormattableString.Invariant($"n{member.Place}");
}

/// <summary>A dossier as its caller sees it, or a page of it.</summary>
/// <param name="Dossier">What is said of it.</param>
/// <param name="Documents">Its documents in order, each once; at least one.</param>
/// <param name="Next">Where the next page begins; null after the last.</param>
public sealed record OpenedDossier(Dossier Dossier, IReadOnlyList<DossierDocument> Documents, string? Next);

/// <summary>
/// Opens dossiers to callers. A document is of a dossier for those who see all that is said of it; the others are not shown, not counted, and their
/// places are not told. A dossier whose documents are all hidden from a caller does not exist for them.
/// </summary>
public sealed class OpenedDossiers(DossierRegister register, OpenedRecords records, NamedDocuments named)
{
    private const int Rows = 1000;
    private const int AtOnce = 8;

    /// <summary>What is said of a dossier, if the caller may know that; whether any document of it shows is not asked.</summary>
    public async Task<Dossier?> Said(AgencyCode agency, string fileCode, Caller caller, CancellationToken stop) =>
        await register.Find(agency, fileCode, stop) is { } dossier && Visibility.MaySeeDossier(dossier, caller) ? dossier : null;

    /// <summary>A page of a dossier; null where there is none for the caller, and where it does not go on after what is named.</summary>
    public async Task<OpenedDossier?> Page(AgencyCode agency, string fileCode, Caller caller, string? after, int size, CancellationToken stop)
    {
        if (await Said(agency, fileCode, caller, stop) is not { } dossier)
            return null;

        var members = await Members(agency, fileCode, stop);
        var start = after is null ? 0 : members.FindIndex(member => DossierDocument.KeyOf(member) == after) + 1;
        if (after is not null && (start == 0 || await Open(dossier, members[start - 1], caller, stop) is null))
            return null;

        var shown = new List<DossierDocument>();
        foreach (var portion in members.Skip(start).Chunk(AtOnce))
        {
            var opened = await Task.WhenAll(portion.Select(member => Open(dossier, member, caller, stop)));
            shown.AddRange(opened.OfType<DossierDocument>());
            if (shown.Count > size)
                return new OpenedDossier(dossier, [.. shown.Take(size)], shown[size - 1].Key);
        }

        return shown.Count > 0 ? new OpenedDossier(dossier, shown, null) : null;
    }

    /// <summary>All of it, document by document.</summary>
    public async IAsyncEnumerable<DossierDocument> Documents(Dossier dossier, Caller caller, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var portion in (await Members(dossier.Agency, dossier.FileCode, stop)).Chunk(AtOnce))
        {
            foreach (var opened in (await Task.WhenAll(portion.Select(member => Open(dossier, member, caller, stop)))).OfType<DossierDocument>())
                yield return opened;
        }
    }

    /// <summary>The rows of all documents: some hundred bytes each. One that stands twice is shown where it stands first.</summary>
    private async Task<List<DossierMember>> Members(AgencyCode agency, string fileCode, CancellationToken stop)
    {
        var members = new List<DossierMember>();
        while (await register.Members(agency, fileCode, members.Count > 0 ? members[^1].Place : 0, Rows, stop) is { Count: > 0 } more)
            members.AddRange(more);
        return [.. members.DistinctBy(DossierDocument.KeyOf)];
    }

    private async Task<DossierDocument?> Open(Dossier dossier, DossierMember member, Caller caller, CancellationToken stop)
    {
        var found = member.RecordId is null ? await named.Find(dossier.Agency, dossier.FileCode, member, stop) : member;
        if (found.RecordId is null)
            return Visibility.WorksWith(dossier.Agency, caller) ? new DossierDocument(found, null) : null;

        // Of a stub not even the dossier is told, here or by the search.
        return await records.Find(found.RecordId, caller, stop) is { Sight: Sight.Whole or Sight.Described } opened ? new DossierDocument(found, opened) : null;
    }
}
