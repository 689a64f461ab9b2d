using Archive.Description;

namespace ArchiveFunctions.Tests.Samples;

public sealed class ReadingScoreTests
{
    private static readonly SampleRecord Sample = new("H26/a.pdf", "H26", "pdf", true, 1, "none", new Dictionary<string, string?>
    {
        [Field.CodeNumber] = "05",
        [Field.OrganName] = "ỦY BAN NHÂN DÂN",
        [Field.Priority] = null,
        [Field.IssuedDate] = "04/2026",
    }, [Field.IssuedDate], []);

    [Fact]
    public void A_value_read_right_counts_whatever_the_case_of_a_name() =>
        Assert.Equal(1, Score(Say(Field.OrganName, "Ủy ban  nhân dân", 0.8)).Accuracy(Field.OrganName));

    [Fact]
    public void A_decomposed_value_is_the_same_value() =>
        Assert.Equal(1, Score(Say(Field.OrganName, "ỦY BAN NHÂN DÂN".Normalize(System.Text.NormalizationForm.FormD), 0.8)).Accuracy(Field.OrganName));

    [Fact]
    public void A_number_without_its_zero_is_wrong()
    {
        var score = Score(Say(Field.CodeNumber, "5", 0.95));

        Assert.Equal(0, score.Accuracy(Field.CodeNumber));
        Assert.Equal(Field.CodeNumber, Assert.Single(score.SureMistakes).Field);
    }

    [Fact]
    public void A_value_read_doubtfully_counts_as_not_read_but_not_as_a_sure_mistake()
    {
        var score = Score(Say(Field.CodeNumber, "6", 0.5));

        Assert.Equal(0, score.Accuracy(Field.CodeNumber));
        Assert.Empty(score.SureMistakes);
    }

    [Fact]
    public void A_value_where_the_page_has_none_is_a_mistake() =>
        Assert.Equal(Field.Priority, Assert.Single(Score(Say(Field.Priority, "KHẨN", 0.9)).SureMistakes).Field);

    [Fact]
    public void A_field_a_careful_reader_may_leave_out_is_asked_only_when_read()
    {
        Assert.Equal(0, Score().Fields.Single(field => field.Field == Field.IssuedDate).Asked);
        Assert.Equal(0, Score(Say(Field.IssuedDate, "01/04/2026", 0.95)).Accuracy(Field.IssuedDate));
    }

    [Fact]
    public void What_the_depositor_says_is_not_reading() =>
        Assert.Equal(0, Score(new Statement(Field.CodeNumber, "05", StatementSource.Depositor, 1, "sidecar")).Accuracy(Field.CodeNumber));

    private static ReadingScore Score(params Statement[] statements) => ReadingScore.Of([(Sample, statements)]);

    private static Statement Say(string field, string value, double confidence) => new(field, value, StatementSource.Document, confidence, "page 1");
}
