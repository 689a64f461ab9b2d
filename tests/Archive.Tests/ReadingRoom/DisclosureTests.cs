using Archive.Catalogue;
using Archive.Description;
using Archive.ReadingRoom;
using Archive.Records;
using Archive.Tests.Catalogue;

namespace Archive.Tests.ReadingRoom;

public sealed class DisclosureTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>What the agency discloses, mode, status, and what a stranger then sees.</summary>
    [Theory]
    [InlineData(Disclosure.Hidden, "02", RecordStatus.Described, Sight.None)]
    [InlineData(Disclosure.Stub, "02", RecordStatus.Described, Sight.Stub)]
    [InlineData(Disclosure.Described, "02", RecordStatus.Described, Sight.Described)]
    [InlineData(Disclosure.Described, "01", RecordStatus.Described, Sight.Whole)]
    [InlineData(Disclosure.Described, "03", RecordStatus.Described, Sight.None)]
    [InlineData(Disclosure.Described, null, RecordStatus.Described, Sight.None)]
    [InlineData(Disclosure.Described, "something", RecordStatus.Described, Sight.None)]
    [InlineData(Disclosure.Described, "02", RecordStatus.Admitted, Sight.None)]
    [InlineData(Disclosure.Described, "02", RecordStatus.Withheld, Sight.None)]
    public void A_stranger_sees_what_is_disclosed_and_no_more(Disclosure shows, string? mode, RecordStatus status, Sight sight)
    {
        var record = Given.Record("a", Given.Finance, mode) with { Status = status };
        var disclosures = Disclosures.On([Policy(shows)], Today);

        foreach (var stranger in new[] { Caller.Anonymous, Given.Caller(Role.Reader), Given.Caller(Role.Manager), Given.Caller(Role.Officer, Given.HomeAffairs), Given.Caller(Role.Officer) })
        {
            Assert.Equal(sight, Visibility.ViewOf(record, disclosures, stranger));
            Assert.Equal(sight == Sight.Whole, Visibility.MayReadContent(record, stranger));
            Assert.Equal(sight == Sight.Whole, Visibility.MaySeeMetadata(record, stranger));
        }
    }

    [Fact]
    public void Nobody_has_two_sights_of_one_record_and_lists_agree_with_records()
    {
        foreach (var shows in Enum.GetValues<Disclosure>())
        {
            var disclosures = Disclosures.On([Policy(shows)], Today);
            foreach (var caller in Enum.GetValues<Role>().SelectMany(role => new[] { Given.Caller(role), Given.Caller(role, Given.Finance), Given.Caller(role, Given.HomeAffairs) }).Append(Caller.Anonymous))
            {
                foreach (var record in new[] { "01", "02", "03", null }.Select(mode => Given.Record("a", Given.Finance, mode)))
                {
                    var marks = Visibility.MarksOf(caller, disclosures);
                    var found = CatalogueEntry.AllOf(record, "text").Where(entry => entry.Readers.Intersect(marks).Any()).Select(entry => entry.Sight).ToList();
                    Assert.Equal(Visibility.ViewOf(record, disclosures, caller), Assert.Single([.. found, .. found.Count == 0 ? [Sight.None] : Array.Empty<Sight>()]));
                }
            }
        }
    }

    [Fact]
    public void The_last_said_of_the_latest_day_begun_holds()
    {
        DisclosurePolicy[] said =
        [
            Policy(Disclosure.Described), Policy(Disclosure.Hidden) with { Number = 2 }, Policy(Disclosure.Stub) with { InForceFrom = Today.AddDays(1) },
            Policy(Disclosure.Described) with { Agency = Given.HomeAffairs, InForceFrom = Today.AddDays(-1) },
        ];

        Assert.Equal(Disclosure.Hidden, Disclosures.On(said, Today).Of(Given.Finance));
        Assert.Equal(Disclosure.Stub, Disclosures.On(said, Today.AddDays(1)).Of(Given.Finance));
        Assert.Equal(Disclosure.Hidden, Disclosures.On(said, Today.AddDays(-1)).Of(Given.Finance));
        Assert.Equal(Disclosure.Described, Disclosures.On(said, Today).Of(Given.HomeAffairs));
    }

    [Fact]
    public void A_decision_without_sense_says_which_value_is_at_fault()
    {
        Assert.Empty(Policy(Disclosure.Stub).Errors(Today));
        Assert.Equal(["InForceFrom"], Policy(Disclosure.Stub).Errors(Today.AddDays(1)));
        Assert.Equal(["Shows", "LegalBasis"], (Policy((Disclosure)9) with { LegalBasis = " " }).Errors(Today));
    }

    [Fact]
    public void A_stub_holds_nothing_but_agency_type_year_and_id()
    {
        var record = Whole(("typeName", "10")) with { AlsoIn = ["H26.02.2024.09"] };
        var stub = CatalogueEntry.AllOf(record, "chuyện riêng").Single(entry => entry.Sight == Sight.Stub);

        Assert.Equal(("", "", "", "10", 2021), (stub.Title, stub.Text, stub.Details, stub.Type, stub.Issued!.Value.Year));
        Assert.Equal((null, null), (stub.Issued.Value.Month, stub.AdmittedAt));
        Assert.All([stub.Number, stub.Notation, stub.Issuer, stub.FileCode], Assert.Null);
        Assert.Empty(stub.Keys.Concat(stub.AlsoIn));
        Assert.Null(CatalogueEntry.AllOf(Whole(("typeName", "Chuyện ông Tư")), "").Single(entry => entry.Sight == Sight.Stub).Type);
    }

    [Fact]
    public void A_description_holds_what_stands_for_the_record_and_none_of_its_text_or_bytes()
    {
        var unread = new Statement(Field.Place, "mẩu văn bản", StatementSource.Document, 0.3, "page 1");
        var record = Whole() with { Hold = "thanh tra", AlsoIn = ["H26.02.2024.09"] };
        var described = Redaction.Of(record with { Description = new([.. record.Description.Statements, unread]) }, Sight.Described);

        Assert.Equal("Về việc", described.Description.Value(Field.Subject));
        Assert.DoesNotContain(unread, described.Description.Statements);
        Assert.NotEqual(record.Content.Digest, described.Content.Digest);
        Assert.Empty(described.AlsoIn);
        Assert.Equal((0L, "a", null), (described.Content.Size, described.Content.OriginalName, described.Hold));
        Assert.Equal("", CatalogueEntry.AllOf(record, "chuyện riêng").Single(entry => entry.Sight == Sight.Described).Text);
    }

    [Theory]
    [InlineData(Sight.Whole)]
    [InlineData(Sight.Described)]
    [InlineData(Sight.Stub)]
    public void A_key_tells_record_and_sight_and_all_keys_of_a_record_lie_together(Sight sight)
    {
        var (one, next) = (RecordId.Parse("r" + new string('0', 26)), RecordId.Parse("r" + new string('0', 25) + "1"));
        var key = CatalogueKey.Of(one, sight);

        Assert.Equal((one, sight), (CatalogueKey.RecordOf(key), CatalogueKey.SightOf(key)));
        Assert.True(string.CompareOrdinal(key, CatalogueKey.Of(next, Sight.Whole)) < 0);
        Assert.True(string.CompareOrdinal(key, one.Value + "_z") < 0);
    }

    private static ArchiveRecord Whole(params (string Field, string Value)[] said) => Given.Record(
        "a", Given.Finance, "02", [("subject", "Về việc"), ("codeNumber", "67"), ("codeNotation", "KH-STC"), ("organName", "Sở Tài chính"), ("fileCode", "HS.1"), ("issuedDate", "15/03/2021"), ("signerName", "Nguyễn Văn Đức"), .. said]);

    private static DisclosurePolicy Policy(Disclosure shows) => new()
    {
        Agency = Given.Finance,
        InForceFrom = Today,
        Number = 1,
        Shows = shows,
        LegalBasis = "Luật 33/2024/QH15",
        SetBy = "someone",
        SetAt = Given.Morning,
    };
}
