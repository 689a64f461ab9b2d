using Archive.Catalogue;
using Archive.Description;
using Archive.Records;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Catalogue;

namespace ArchiveFunctions.ReadingRoom.Arrangement;

/// <summary>
/// Finds the documents that holey files only name (TT 05/2025, Đ13): the index proposes, the rows decide, and what is found is noted in the register.
/// </summary>
public sealed class NamedDocuments(CatalogueIndex index, RecordReader records, DossierRegister register, TimeProvider clock)
{
    private const int Proposals = 20;

    /// <summary>The member with its record where the agency holds one document of that code and no second; as it was where not.</summary>
    internal async Task<DossierMember> Find(AgencyCode agency, string fileCode, DossierMember member, CancellationToken stop)
    {
        if (member is not { RecordId: null, Code: { Length: > 0 } code } || CatalogueQuery.ForCode(agency, code, Proposals) is not { } query)
            return member;

        var page = await Limit.Within(ending => index.List(query, ending), clock, stop);
        var rows = await Task.WhenAll(page.Items.Select(hit => records.Find(RecordId.Parse(hit.Id), stop).AsTask()));
        var bearing = rows.OfType<ReadableRecord>().Select(one => one.Record).Where(record => record.Agency == agency && Bears(record, code)).ToList();
        if (bearing is not [var only])
            return member;

        var found = member with { RecordId = only.Id.Value };
        await register.Resolve(agency, fileCode, found, stop);
        return found;
    }

    /// <summary>Codes are compared as they were given.</summary>
    private static bool Bears(ArchiveRecord record, string code) => record.Description.Value(Field.DocCode) == code || record.Description.Value(Field.DocId) == code;
}
