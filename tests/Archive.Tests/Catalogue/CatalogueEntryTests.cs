using System.Text;
using Archive.Catalogue;
using Archive.Description;
using Archive.Records;

namespace Archive.Tests.Catalogue;

public sealed class CatalogueEntryTests
{
    [Fact]
    public void A_record_nobody_may_find_has_no_entry()
    {
        Assert.Null(CatalogueEntry.Of(Given.Record("a", Given.Finance, "03"), "text"));
        Assert.Null(CatalogueEntry.Of(Given.Record("a", Given.Finance, "01") with { Status = RecordStatus.Withheld }, "text"));
    }

    [Fact]
    public void A_record_nobody_has_classed_is_for_its_agency_and_archivists() =>
        Assert.Equal(["agency:H26.02", "archivist"], CatalogueEntry.Of(Given.Record("a", Given.Finance, null), "")!.Readers);

    [Fact]
    public void Text_is_composed_and_cut_between_letters()
    {
        var decomposed = "Kế hoạch".Normalize(NormalizationForm.FormD);
        var parted = new string('a', CatalogueEntry.MostText - 1) + "😀😀";

        Assert.Equal("Kế hoạch", CatalogueEntry.Of(Given.Record("a", Given.Finance, "01"), decomposed)!.Text);
        Assert.Equal(CatalogueEntry.MostText - 1, CatalogueEntry.Of(Given.Record("a", Given.Finance, "01"), parted)!.Text.Length);
    }

    [Fact]
    public void Without_a_subject_the_file_name_is_the_title()
    {
        Assert.Equal("quyết định.pdf", CatalogueEntry.Of(Given.Record("quyết định.pdf", Given.Finance, "01"), "")!.Title);
        Assert.Equal("Về việc", CatalogueEntry.Of(Given.Record("a.pdf", Given.Finance, "01", (Field.Subject, "Về việc")), "")!.Title);
    }

    [Fact]
    public void Values_to_filter_by_stay_far_below_the_longest_term_the_service_takes()
    {
        var issuer = new string('Ấ', 40_000);

        var entry = CatalogueEntry.Of(Given.Record("a", Given.Finance, "01", (Field.OrganName, issuer)), "")!;

        Assert.InRange(Encoding.UTF8.GetByteCount(entry.Issuer!), 1, 32_766);
    }

    [Fact]
    public void Number_and_notation_become_the_keys_people_type()
    {
        var entry = CatalogueEntry.Of(Given.Record("a", Given.Finance, "01", (Field.CodeNumber, "67"), (Field.CodeNotation, "KH-UBND")), "")!;

        Assert.Contains(Archive.Description.Notation.KeyOf("67 kh ubnd")!, entry.Keys);
    }

    [Fact]
    public void A_date_that_cannot_be_read_is_left_out() =>
        Assert.Null(CatalogueEntry.Of(Given.Record("a", Given.Finance, "01", (Field.IssuedDate, "31/02/2020")), "")!.Issued);
}
