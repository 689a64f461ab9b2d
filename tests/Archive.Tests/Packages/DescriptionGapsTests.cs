using System.Xml.Linq;
using Archive.Description;
using Archive.Packages;

namespace Archive.Tests.Packages;

public sealed class DescriptionGapsTests
{
    private static readonly XNamespace Doc = "urn:records-archive:tt05-2025:document";

    [Fact]
    public async Task A_complete_description_is_fit() => Assert.Empty(await Gaps());

    [Theory]
    [InlineData(Field.Subject)]
    [InlineData(Field.OrganName)]
    [InlineData(Field.IssuedDate)]
    [InlineData(Field.TypeName)]
    [InlineData(Field.Language)]
    [InlineData(Field.NumberOfPage)]
    [InlineData(Field.Mode)]
    public async Task A_field_the_circular_requires_is_missed(string field) => Assert.Contains(field, Assert.Single(await Gaps((field, ""))), StringComparison.Ordinal);

    [Theory]
    [InlineData(Field.Subject, 500)]
    [InlineData(Field.CodeNumber, 11)]
    [InlineData(Field.Autograph, 2000)]
    public async Task A_value_is_as_long_as_the_circular_allows_and_no_longer(string field, int most)
    {
        Assert.Empty(await Gaps((field, new string('ạ', most))));
        Assert.Contains(field, Assert.Single(await Gaps((field, new string('ạ', most + 1)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("15/03/2023", true)]
    [InlineData("03/2023", true)]
    [InlineData("2023", true)]
    [InlineData("2023-03-15", false)]
    [InlineData("32/01/2023", false)]
    public async Task A_date_may_be_partial_and_is_written_one_way(string date, bool fit) => Assert.Equal(fit, (await Gaps((Field.IssuedDate, date))).Count == 0);

    [Theory]
    [InlineData("H26.02.2023.01.TCNS.0000042", "H26.02.2023.01.TCNS.0000042", "42")]
    [InlineData("VB-7/2023", "VB-7/2023", "2")]
    [InlineData("", "H26.02.2023.01.TCNS.0000002", "2")]
    public async Task A_code_once_given_stands_and_one_is_composed_only_where_there_is_none(string given, string code, string ordinal)
    {
        var written = await Parcels.Written(Parcels.Plan(), Parcels.Sources(With((Field.DocCode, given))));
        var document = written.Xml(BlobPackage.Doc.Replace(".1.xml", ".2.xml", StringComparison.Ordinal)).Root!;
        Assert.Equal((code, ordinal), ((string?)document.Element(Doc + "docCode"), (string?)document.Element(Doc + "docOrdinal")));
    }

    [Theory]
    [InlineData(Field.Maintenance)]
    [InlineData(Field.Mode)]
    public async Task A_photo_and_a_recording_are_missed_what_their_own_data_sets_require(string field)
    {
        foreach (var said in new[] { Parcels.Photo, Parcels.Recording })
        {
            Assert.Empty(await DescriptionGaps.OfAsync(Parcels.Plan(), 2, Parcels.Said(said)));
            Assert.Contains(field, Assert.Single(await DescriptionGaps.OfAsync(Parcels.Plan(), 2, Parcels.Said([.. said.Where(one => one.Field != field)]))), StringComparison.Ordinal);
        }
    }

    private static Task<IReadOnlyList<string>> Gaps(params (string Field, string Value)[] changed) => DescriptionGaps.OfAsync(Parcels.Plan(), 1, With(changed));

    /// <summary>The complete description with other values; an empty one takes the field away.</summary>
    private static RecordDescription With(params (string Field, string Value)[] changed) =>
        Parcels.Said([.. Parcels.Complete.Where(field => changed.All(other => other.Field != field.Field)), .. changed.Where(field => field.Value.Length > 0)]);
}
