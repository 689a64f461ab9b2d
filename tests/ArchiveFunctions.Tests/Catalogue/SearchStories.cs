using System.Text;
using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.Records;
using CsCheck;

namespace ArchiveFunctions.Tests.Catalogue;

/// <summary>What readers find, through the real client.</summary>
public sealed class SearchStories(Shelf shelf) : IClassFixture<Shelf>
{
    private const string Accented = "Kế hoạch chuyển đổi số công tác lưu trữ";
    private const string Plain = "Ke hoach luu tru go khong dau";
    private const string Street = "Dự toán đường Láng";
    private static readonly Caller Archivist = new("a", null, new HashSet<Role> { Role.Archivist }, null);

    [Fact]
    public async Task Words_without_accents_find_accented_and_unaccented_ones() =>
        Assert.Equal(new[] { Accented, Plain }.Order(), (await shelf.Titles("luu tru")).Order());

    [Theory]
    [InlineData("lưu trữ")]
    [InlineData("LƯU TRỮ")]
    public async Task Words_with_accents_find_those_first_and_the_others_after(string typed) =>
        Assert.Equal([Accented, Plain], await shelf.Titles(typed));

    [Fact]
    public async Task An_accented_word_deep_in_a_text_outranks_an_unaccented_title()
    {
        await using var own = new Shelf();
        await own.Index.Write(
            [
                Shelf.Change(Shelf.Record("a", Shelf.Finance, "01", ("subject", "dam phan")), "dam phan dam phan"),
                Shelf.Change(Shelf.Record("b", Shelf.Finance, "01", ("subject", "Biên bản")), string.Concat(Enumerable.Repeat("nội dung khác hẳn ", 400)) + "đàm phán"),
            ],
            TestContext.Current.CancellationToken);

        Assert.Equal(["Biên bản", "dam phan"], await own.Titles("đàm phán"));
    }

    [Fact]
    public async Task Decomposed_words_find_the_same() =>
        Assert.Equal(await shelf.Titles("lưu trữ"), await shelf.Titles("lưu trữ".Normalize(NormalizationForm.FormD)));

    [Fact]
    public async Task The_letter_đ_is_found_as_d_and_d_as_đ()
    {
        Assert.Contains(Street, await shelf.Titles("duong lang"));
        Assert.Equal(Street, (await shelf.Titles("đường Láng"))[0]);
        Assert.Equal(["Đường duong", Street], (await shelf.Titles("đường")).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task A_phrase_stands_together()
    {
        Assert.Equal([Accented], await shelf.Titles("\"chuyển đổi số\""));
        Assert.Empty(await shelf.Titles("\"đổi chuyển số\""));
    }

    [Theory]
    [InlineData("67 kh ubnd")]
    [InlineData("67/KH-UBND")]
    [InlineData("Kế hoạch số 67/KH-UBND")]
    [InlineData("067/kh-ubnd")]
    public async Task A_number_and_notation_find_their_document_first(string typed) =>
        Assert.Equal(Accented, (await shelf.Titles(typed))[0]);

    [Fact]
    public async Task A_signer_and_an_issuer_are_found()
    {
        Assert.Equal([Accented], await shelf.Titles("nguyen van duc"));
        Assert.Equal([Accented], await shelf.Titles("uy ban nhan dan"));
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        Assert.Equal([Street], (await shelf.Find(new CatalogueRequest { Agency = "H26.02" })).Items.Select(item => item.Title));
        Assert.Equal([Accented], (await shelf.Find(new CatalogueRequest { Type = "10" })).Items.Select(item => item.Title));
        Assert.Equal([Accented], (await shelf.Find(new CatalogueRequest { Issuer = "uy ban nhan dan thanh pho ha noi" })).Items.Select(item => item.Title));
        Assert.Equal(25, (await shelf.Find(new CatalogueRequest { Year = "2020" })).Count);
        Assert.Equal(0, (await shelf.Find(new CatalogueRequest { Custody = "historical" })).Count);
    }

    [Theory]
    [InlineData("2023-03-10", "2023-03-12", 1)]
    [InlineData("2023-04-01", "2023-12-31", 0)]
    [InlineData("15/03/2021", "15/03/2021", 1)]
    [InlineData("2021", "2023", 3)]
    public async Task A_partial_date_is_found_by_every_span_it_may_lie_in(string from, string to, int found) =>
        Assert.Equal(found, (await shelf.Find(new CatalogueRequest { From = from, To = to })).Count);

    [Fact]
    public async Task Browsing_shows_the_newest_first_and_the_undated_last()
    {
        var items = (await shelf.Find(new CatalogueRequest { Size = "100" })).Items;

        Assert.Equal("2023-03", items[0].IssuedOn);
        Assert.Null(items[^1].IssuedOn);
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_lose_a_record()
    {
        var ids = new List<string>();
        string? continuation = null;
        do
        {
            var query = ((CatalogueReading.Accepted)CatalogueQuery.Of(new CatalogueRequest { Size = "7", Continuation = continuation }, Archivist)).Query;
            var page = await shelf.Index.Search(query, TestContext.Current.CancellationToken);
            ids.AddRange(page.Items.Select(item => item.Id));
            continuation = query.Next(page.Count);
        }
        while (continuation is not null);

        Assert.Equal(30, ids.Distinct().Count());
        Assert.Equal(30, ids.Count);
    }

    [Fact]
    public async Task What_a_caller_may_not_see_shows_in_no_count_facet_or_snippet()
    {
        var anyone = await shelf.Find(new CatalogueRequest { Q = "lưu trữ" });
        var browsing = await shelf.Find(new CatalogueRequest());
        var stranger = await shelf.Find(new CatalogueRequest(), new Caller("o", null, new HashSet<Role> { Role.Officer }, Shelf.HomeAffairs));

        Assert.Equal(2, anyone.Count);
        Assert.All([anyone, browsing, stranger], page =>
        {
            Assert.DoesNotContain(page.Facets["issuer"], facet => facet.Value == "Sở Tài chính");
            Assert.DoesNotContain(page.Facets["year"], facet => facet.Value == "1999");
            Assert.DoesNotContain(page.Facets["access"], facet => facet.Value == "02");
            Assert.Equal(page.Count, page.Facets["agency"].Sum(facet => facet.Count));
        });
        Assert.Equal(29, browsing.Count);
        Assert.Equal(0, (await shelf.Find(new CatalogueRequest { Access = "02" })).Count);
    }

    [Theory]
    [InlineData(Role.Archivist, null)]
    [InlineData(Role.Officer, "H26.02")]
    public async Task Who_may_see_a_conditional_record_finds_it(Role role, string? agency)
    {
        var caller = new Caller("o", null, new HashSet<Role> { role }, agency is null ? null : AgencyCode.Parse(agency));

        var page = await shelf.Find(new CatalogueRequest { Q = "chuyện riêng" }, caller);

        Assert.Equal("02", Assert.Single(page.Items).Access);
        Assert.Contains("<mark>chuyện</mark>", page.Items[0].Snippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("đi qua")]
    [InlineData("di qua")]
    public async Task A_snippet_shows_the_text_as_written_marked_and_harmless(string typed)
    {
        var snippet = (await shelf.Find(new CatalogueRequest { Q = typed })).Items[0].Snippet!;

        Assert.Contains("<mark>đi</mark>", snippet, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;mới", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_typed_is_answered() => await Gen.String[0, 40].SampleAsync(async typed => await shelf.Find(new CatalogueRequest { Q = typed }), iter: 300);

    [Fact]
    public async Task A_record_that_nobody_may_find_any_more_leaves_the_index()
    {
        var record = Shelf.Record("passing", Shelf.Finance, "01", ("subject", "Chóng qua"));
        await shelf.Index.Write([Shelf.Change(record, "")], TestContext.Current.CancellationToken);
        Assert.Equal(["Chóng qua"], await shelf.Titles("chóng qua"));

        await shelf.Index.Write([Shelf.Change(record with { Status = RecordStatus.Withheld }, "")], TestContext.Current.CancellationToken);

        Assert.Empty(await shelf.Titles("chóng qua"));
    }

    [Fact]
    public async Task Ids_are_listed_between_bounds()
    {
        var all = await shelf.Index.Ids(null, null, TestContext.Current.CancellationToken);

        Assert.Equal(30, all.Count);
        Assert.Equal(all.Skip(5).Take(10), await shelf.Index.Ids(all[4], all[14], TestContext.Current.CancellationToken));
    }
}
