using System.Text.Json;
using Archive.ReadingRoom;
using CsCheck;

namespace ArchiveFunctions.Tests.ReadingRoom.Leaks;

/// <summary>
/// Whatever is held, whatever agencies disclose, whoever asks and whatever for: no word a caller may not know comes out anywhere, what is found and counted
/// is what the caller may know of, and what may not be known of is answered as what is not there.
/// </summary>
public sealed class LeakProperties(CountedArchive archive) : IClassFixture<CountedArchive>
{
    private const int Sets = 3;
    private const int RequestsPerSet = 60;
    private const int AgenciesOf = 3;
    private static readonly string[] Types = ["02", "10", ""];
    private static readonly Kind[] Kinds = Enum.GetValues<Kind>();

    /// <summary>Where a record is answered, and where no more than its whole sight is.</summary>
    private static readonly string[] AtAll = ["api/records/{0}", "api/records/{0}/history", "api/records/{0}/history?size=1", "reading-room/records/{0}", "reading-room/records/{0}?lang=en"];
    private static readonly string[] OfBytes = ["api/records/{0}/content", "api/records/{0}/exemption"];

    /// <summary>Every kind of record, of an agency that discloses each thing there is to disclose: none of these meets by luck alone.</summary>
    private static readonly Gen<Draft[]> Drafts = Gen.Select(Gen.Int[2019, 2022], Asking.Any(Types), Gen.Bool).Array[AgenciesOf * Kinds.Length]
        .Select(said => said.Select((one, number) => new Draft(number % AgenciesOf, Kinds[number / AgenciesOf], one.Item1, one.Item2, one.Item3)).ToArray());

    private static readonly Gen<(Draft[] Drafts, Disclosure[] Policies)> Worlds = Gen.Select(Drafts, Gen.Shuffle(Enum.GetValues<Disclosure>()));

    [Fact]
    public async Task No_word_a_caller_may_not_know_comes_out_of_any_answer() => await Worlds.SampleAsync(
        async world =>
        {
            using var holdings = await Holdings.Made(archive, world.Drafts, world.Policies);
            await Asking.Of(holdings).Array[RequestsPerSet].SampleAsync(async asked =>
            {
                foreach (var one in asked)
                    await one.LeaksNothing(holdings);
            }, iter: 1, threads: 1);
        },
        iter: Sets,
        threads: 1);

    [Fact]
    public async Task What_is_found_and_counted_is_what_the_caller_may_know_of() => await Worlds.SampleAsync(
        async world =>
        {
            using var holdings = await Holdings.Made(archive, world.Drafts, world.Policies);
            foreach (var asker in holdings.Askers)
            {
                foreach (var agency in holdings.Agencies)
                    await Counting.Agrees(holdings, asker, agency);
            }
        },
        iter: Sets,
        threads: 1);

    [Fact]
    public async Task What_may_not_be_known_of_is_answered_as_what_is_not_there_and_costs_as_much() => await Worlds.SampleAsync(
        async world =>
        {
            using var holdings = await Holdings.Made(archive, world.Drafts, world.Policies);
            foreach (var asker in holdings.Askers)
            {
                foreach (var marked in holdings.Records.Where(marked => holdings.SightOf(marked, asker) == Sight.None).Take(3))
                    await IsAsNothing(holdings, asker, marked, [.. AtAll, .. OfBytes]);
            }
        },
        iter: Sets,
        threads: 1);

    [Fact]
    public async Task Whoever_knows_of_a_record_and_may_not_read_it_is_told_nothing_of_its_bytes_whatever_validator_they_hold() => await Worlds.SampleAsync(
        async world =>
        {
            using var holdings = await Holdings.Made(archive, world.Drafts, world.Policies);
            foreach (var asker in holdings.Askers)
            {
                foreach (var sight in new[] { Sight.Stub, Sight.Described })
                {
                    foreach (var marked in holdings.Records.Where(marked => holdings.SightOf(marked, asker) == sight).Take(2))
                        await IsAsNothing(holdings, asker, marked, OfBytes);
                }
            }
        },
        iter: Sets,
        threads: 1);

    [Fact]
    public async Task Continuations_of_one_caller_show_another_nothing() => await Worlds.SampleAsync(
        async world =>
        {
            using var holdings = await Holdings.Made(archive, world.Drafts, world.Policies);
            foreach (var agency in holdings.Agencies)
            {
                var asked = $"api/records?agency={agency}&size=1";
                var given = await Task.WhenAll(holdings.Askers.Select(asker => Told.By(asker.Client, asked)));
                foreach (var token in given.Select(told => JsonSerializer.Deserialize<JsonElement>(told.Body)).Where(page => page.TryGetProperty("continuation", out _)).Select(page => page.GetProperty("continuation").GetString()))
                {
                    foreach (var asker in holdings.Askers)
                        Hides(holdings, asker, await Told.By(asker.Client, $"{asked}&continuation={token}"), asked);
                }
            }
        },
        iter: Sets,
        threads: 1);

    internal static void Hides(Holdings holdings, Asker asker, Told told, string asked)
    {
        var plain = told.Plain;
        Assert.All(holdings.HiddenFrom(asker), word => Assert.False(plain.Contains(word, StringComparison.OrdinalIgnoreCase), $"{asker.Name} was told '{word}' by {asked}: {told.Status}\n{told.Headers}\n{told.Body}"));
    }

    private async Task IsAsNothing(Holdings holdings, Asker asker, Marked marked, IReadOnlyList<string> paths)
    {
        var nothing = "r" + new string('0', 26);
        (string, string)[][] conditions =
        [
            [], [("Range", "bytes=0-3")], [("If-None-Match", $"\"{marked.Record.Content.Digest}\"")], [("If-None-Match", "*")], [("If-Match", "*")],
            [("If-Modified-Since", "Mon, 02 Mar 2026 01:00:00 GMT")], [("If-Range", $"\"{marked.Record.Content.Digest}\""), ("Range", "bytes=0-3")], [("Accept-Language", "en")],
        ];
        foreach (var path in paths)
        {
            foreach (var headers in conditions)
            {
                var method = path.EndsWith("content", StringComparison.Ordinal) && headers.Length == 0 ? HttpMethod.Head : HttpMethod.Get;
                var (there, costs) = await Asks(marked.Id.Value, path, method, headers);
                var (none, costsNothing) = await Asks(nothing, path, method, headers);
                Assert.True(none.Status is 404, $"{path} {none.Status}");
                Assert.Equal(none.Without(nothing), there.Without(marked.Id.Value));

                // Of a record they know of, what it costs tells them nothing.
                if (holdings.SightOf(marked, asker) == Sight.None)
                    Assert.Equal(costsNothing, costs);
                Hides(holdings, asker, there.Without(marked.Id.Value), path);
            }
        }

        async Task<(Told, string)> Asks(string id, string path, HttpMethod method, (string, string)[] headers)
        {
            Told? told = null;
            var costs = await archive.AsksFor(async () => told = await Told.By(asker.Client, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id), method, headers));
            return (told!, string.Join(',', costs));
        }
    }
}
