using Archive.Description;

namespace Archive.Tests.Description;

public sealed class EmbeddedReadingTests
{
    [Fact]
    public void Of_several_captions_the_first_that_says_something_is_taken_and_none_is_certain()
    {
        var said = EmbeddedReading.Read([new(EmbeddedKind.Caption, "  ", "a"), new(EmbeddedKind.Caption, " Lễ khánh thành ", "b"), new(EmbeddedKind.Caption, "DSC_1", "c")]);
        var statement = Assert.Single(said);
        Assert.Equal((Field.Subject, "Lễ khánh thành", "b", StatementSource.Document), (statement.Field, statement.Value, statement.Where, statement.Source));
        Assert.True(statement.Confidence < 0.9);
    }

    [Fact]
    public void A_day_is_written_as_the_circular_writes_it_and_anything_else_says_nothing() => Assert.Equal(
        ["07/05/2024"],
        EmbeddedReading.Read([new(EmbeddedKind.Taken, "0000-00-00", "a"), new(EmbeddedKind.Taken, "2024-05-07", "b")]).Select(said => said.Value));

    [Fact]
    public void Every_kind_has_a_field_of_its_own() => Assert.Equal(
        Enum.GetValues<EmbeddedKind>().Length,
        EmbeddedReading.Read([.. Enum.GetValues<EmbeddedKind>().Select(kind => new EmbeddedProperty(kind, "2024", "x"))]).DistinctBy(said => said.Field).Count());
}
