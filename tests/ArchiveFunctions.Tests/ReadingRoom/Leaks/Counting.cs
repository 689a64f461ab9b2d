using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Archive.Description;
using Archive.ReadingRoom;
using Archive.Records;

namespace ArchiveFunctions.Tests.ReadingRoom.Leaks;

/// <summary>Counts of an agency's records, and the model's.</summary>
internal static class Counting
{
    public static async Task Agrees(Holdings holdings, Asker asker, AgencyCode agency)
    {
        var seen = holdings.Records.Where(marked => marked.Agency == agency).Select(marked => (Marked: marked, Sight: holdings.SightOf(marked, asker))).Where(one => one.Sight != Sight.None).ToList();
        await Finds("", seen);
        foreach (var access in new[] { "01", "02" })
            await Finds($"&access={access}", seen.Where(one => (one.Marked.Draft.Kind == Kind.Public) == (access == "01")));
        await Finds("&year=2020", seen.Where(one => one.Marked.Draft.Year == 2020));
        // A stub is of a year and no day of it: whatever part of the year is asked for may be its day.
        await Finds("&from=2020-01-01&to=2020-03-14", seen.Where(one => one.Marked.Draft.Year == 2020 && one.Sight == Sight.Stub));
        await Finds($"&q={Marked.InTitles}", seen.Where(one => one.Sight >= Sight.Described));
        await Finds($"&q={Marked.InTexts}", seen.Where(one => one.Sight == Sight.Whole));
        foreach (var (marked, sight) in seen)
        {
            foreach (var word in new[] { marked.Word("title"), marked.Word("signer") })
                await Finds($"&q={word}", sight >= Sight.Described ? [(marked, sight)] : []);
            await Finds($"&q={marked.Word("text")}", sight == Sight.Whole ? [(marked, sight)] : []);
            await Finds($"&dossier={marked.Word("dossier")}", sight >= Sight.Described ? [(marked, sight)] : []);
            await Finds($"&issuer={Uri.EscapeDataString(marked.Issuer)}", sight >= Sight.Described ? [(marked, sight)] : []);
        }

        async Task Finds(string asked, IEnumerable<(Marked Marked, Sight Sight)> expected)
        {
            var page = await asker.Client.GetFromJsonAsync<JsonElement>($"api/records?size=100&agency={agency}{asked}");
            List<(Marked Marked, Sight Sight)> wanted = [.. expected];
            Assert.Equal(wanted.Select(one => $"{one.Marked.Id} {Said(one.Sight)}").Order(), page.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("id")} {(item.TryGetProperty("disclosed", out var said) ? said.GetString() : "")}").Order());
            Assert.Equal(wanted.Count, page.GetProperty("count").GetInt32());
            Facet("agency", wanted.Select(_ => agency.Value));
            Facet("year", wanted.Select(one => one.Marked.Draft.Year.ToString(CultureInfo.InvariantCulture)));
            Facet("access", wanted.Select(one => one.Marked.Draft.Kind == Kind.Public ? "01" : "02"));
            Facet("issuer", wanted.Where(one => one.Sight >= Sight.Described).Select(one => one.Marked.Issuer));
            Facet("type", wanted.Select(TypeOf).OfType<string>());

            void Facet(string name, IEnumerable<string> values) => Assert.Equal(
                values.GroupBy(value => value).Select(group => $"{group.Key}: {group.Count()}").Order(StringComparer.Ordinal),
                page.GetProperty("facets").GetProperty(name).EnumerateArray().Select(facet => $"{facet.GetProperty("value")}: {facet.GetProperty("count")}").Order(StringComparer.Ordinal));
        }
    }

    private static string Said(Sight sight) => sight switch { Sight.Described => "described", Sight.Stub => "stub", _ => "" };

    /// <summary>A stub's type is said where it is one of the circular's.</summary>
    private static string? TypeOf((Marked Marked, Sight Sight) one) =>
        one.Marked.Draft.Type.Length > 0 ? one.Marked.Draft.Type : one.Sight == Sight.Stub ? null : one.Marked.Record.Description.Value(Field.TypeName);
}
