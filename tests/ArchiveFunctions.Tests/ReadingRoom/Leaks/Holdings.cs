using System.Net;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Records;
using ArchiveFunctions.Tests.Stories;

namespace ArchiveFunctions.Tests.ReadingRoom.Leaks;

/// <summary>Somebody who asks: whose officer (null for nobody's), and whether one of the staff.</summary>
internal sealed record Asker(string Name, HttpClient Client, AgencyCode? Own, bool IsStaff);

/// <summary>
/// A generated set of records of three agencies with policies, in a running archive, and everybody who may ask for them. Who sees how much is said here
/// once more and not asked of the archive.
/// </summary>
internal sealed class Holdings : IDisposable
{
    private readonly Dictionary<AgencyCode, Disclosure> policies = [];

    private Holdings()
    {
    }

    public IReadOnlyList<Marked> Records { get; private set; } = [];

    public IReadOnlyList<AgencyCode> Agencies { get; private set; } = [];

    public IReadOnlyList<Asker> Askers { get; private set; } = [];

    public static async Task<Holdings> Made(RunningArchive archive, IReadOnlyList<Draft> drafts, IReadOnlyList<Disclosure> policies)
    {
        var holdings = new Holdings();
        await holdings.Open(archive, policies);
        holdings.Records = [.. drafts.Select(draft => new Marked(draft, holdings.Agencies[draft.Agency]))];
        var (table, vault) = (archive.Get<RecordTable>(), archive.Get<Vault>());
        foreach (var marked in holdings.Records)
        {
            Assert.Null(await table.Create(marked.Record, marked.Journal, null, CancellationToken.None));
            var held = await table.Find(marked.Id, CancellationToken.None);
            await table.Amend(held!, marked.Record with { Version = 2 }, [], null, marked.Text, CancellationToken.None);
            await vault.Content(marked.Record).UploadAsync(BinaryData.FromBytes(marked.Bytes), overwrite: false);
        }

        await archive.Get<CatalogueUpkeep>().Refresh([.. holdings.Records.Select(marked => marked.Id)], CancellationToken.None);
        return holdings;
    }

    /// <summary>How much of a record an asker sees (docs/roles.md).</summary>
    public Sight SightOf(Marked marked, Asker asker) => marked.Draft.Kind switch
    {
        Kind.Withheld or Kind.Secret => Sight.None,
        Kind.Public => Sight.Whole,
        _ when IsOwn(marked, asker) => Sight.Whole,
        Kind.Conditional => policies[marked.Agency] switch { Disclosure.Described => Sight.Described, Disclosure.Stub => Sight.Stub, _ => Sight.None },
        _ => Sight.None,
    };

    public static bool IsOwn(Marked marked, Asker asker) => asker.IsStaff || asker.Own == marked.Agency;

    /// <summary>Every word an asker may not be told, with what it is of.</summary>
    public IEnumerable<string> HiddenFrom(Asker asker) => Records.SelectMany(marked => marked.HiddenAt(SightOf(marked, asker), IsOwn(marked, asker)))
        // A day of a month is said of others too.
        .Where(word => !word.Contains('-', StringComparison.Ordinal));

    public void Dispose()
    {
        foreach (var asker in Askers)
            asker.Client.Dispose();
    }

    private async Task Open(RunningArchive archive, IReadOnlyList<Disclosure> shown)
    {
        var depositors = new[] { await archive.NewAgency(), await archive.NewAgency(), await archive.NewAgency() };
        Agencies = [.. depositors.Select(one => one.Code)];
        var askers = new List<Asker> { new("nobody", await archive.Client(null), null, false), new("reader", await archive.Client(null, "reader"), null, false), new("manager", await archive.Client(null, "manager"), null, false) };
        foreach (var depositor in depositors)
            askers.Add(new($"officer of {depositor.Code}", await depositor.Officer(), depositor.Code, false));
        askers.Add(new("archivist", await archive.Client(null, "archivist"), null, true));
        askers.Add(new("administrator", await archive.Client(null, "administrator"), null, true));
        Askers = askers;
        foreach (var (index, agency) in Agencies.Index())
        {
            policies[agency] = shown[index];
            if (shown[index] != Disclosure.Hidden)
                await askers[^1].Client.Sends(HttpStatusCode.Created, $"api/agencies/{agency}/disclosures", Said(shown[index]));
        }
    }

    public static object Said(Disclosure shows) => new { shows = shows.ToString().ToLowerInvariant(), inForceFrom = Day(0), legalBasis = "QĐ 1/QĐ-STC" };

    public static string Day(int later) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).AddDays(later).DateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
