using Archive.Accession;
using Archive.Description;
using Archive.Records;
using Archive.Tests.Accession;
using Archive.Transfer;

namespace Archive.Tests.Description;

public sealed class ReviewingTests
{
    private static readonly ArchiveRecord Doubtful = Facts.Record((Field.CodeNumber, "12"), (Field.Subject, "Về công tác")) with
    {
        Status = RecordStatus.Described,
        Description = new RecordDescription(
        [
            new(Field.CodeNumber, "12", StatementSource.Depositor, 1, "sidecar"), new(Field.Subject, "Về công tác", StatementSource.Depositor, 1, "sidecar"),
            new(Field.CodeNumber, "21", StatementSource.Document, 0.95, "page 1, left column"), new(Field.OrganName, "Sở Nội vụ", StatementSource.Document, 0.95, "page 1, left column"),
        ]),
        Findings = [Finding.Of(FindingCodes.Disagreement, Field.CodeNumber, "12", "21")],
    };

    [Fact]
    public void An_archivists_word_stands_for_the_record_beside_the_others_which_stay()
    {
        var taken = Take(Doubtful, (Field.CodeNumber, " 21 "), (Field.IssuedDate, "3/1998"));
        var description = taken.Next.Description;
        Assert.Equal(("21", "03/1998"), (description.Value(Field.CodeNumber), description.Value(Field.IssuedDate)));
        Assert.Equal(("12", "21"), (description.Said(Field.CodeNumber, StatementSource.Depositor)!.Value, description.Said(Field.CodeNumber, StatementSource.Document)!.Value));
        Assert.Equal(Doubtful.Findings, taken.Next.Findings);
        Assert.Equal(Doubtful.Version, taken.Next.Version);
        Assert.Equal(("lan", Facts.Now), (taken.Next.Review!.By, taken.Next.Review.At));
        Assert.Contains("changed=codeNumber,issuedDate", taken.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_doubtful_once_an_archivist_has_seen_it() => Assert.Empty(Doubt.Of(Take(Doubtful, (Field.CodeNumber, "12")).Next));

    [Fact]
    public void Empty_says_that_there_is_none_where_something_stood_and_nothing_where_nothing_did()
    {
        var description = Take(Doubtful, (Field.CodeNumber, ""), (Field.IssuedDate, "")).Next.Description;
        Assert.Null(description.Value(Field.CodeNumber));
        Assert.Equal("", description.Said(Field.CodeNumber, StatementSource.Archivist)!.Value);
        Assert.Null(description.Said(Field.IssuedDate, StatementSource.Archivist));
    }

    [Theory]
    [InlineData(Field.IssuedDate, "31/02/1998")]
    [InlineData(Field.TypeName, "99")]
    [InlineData(Field.Maintenance, "08")]
    public void A_value_that_cannot_stand_is_told_and_nothing_is_taken(string field, string typed)
    {
        var unusable = Assert.IsType<Reviewing.Unusable>(Decide(Doubtful, Reviewing.Shown(Doubtful), (field, typed), (Field.CodeNumber, "21")));
        Assert.Equal([field], unusable.Expected.Keys);
    }

    [Fact]
    public void What_stands_may_be_confirmed_though_it_be_too_long()
    {
        var longest = new string('a', 501);
        var record = Doubtful with { Description = new RecordDescription([new(Field.Subject, longest, StatementSource.Depositor, 1, "sidecar")]) };
        Assert.Equal(longest, Take(record, (Field.Subject, longest)).Next.Description.Said(Field.Subject, StatementSource.Archivist)!.Value);
        Assert.IsType<Reviewing.Unusable>(Decide(record, Reviewing.Shown(record), (Field.Subject, longest + "b")));
    }

    [Fact]
    public void A_form_made_before_somebody_said_something_else_takes_nothing()
    {
        var changed = Take(Doubtful, (Field.CodeNumber, "22")).Next;
        Assert.IsType<Reviewing.Overtaken>(Decide(changed, Reviewing.Shown(Doubtful), (Field.CodeNumber, "21")));
        Assert.IsType<Reviewing.Taken>(Decide(changed with { Version = 9, Hold = "x" }, Reviewing.Shown(changed), (Field.CodeNumber, "21")));
    }

    [Fact]
    public void The_same_form_sent_twice_is_taken_once()
    {
        var once = Take(Doubtful, (Field.CodeNumber, "21")).Next;
        Assert.IsType<Reviewing.Stands>(Decide(once, Reviewing.Shown(Doubtful), (Field.CodeNumber, "21")));
    }

    [Fact]
    public void What_an_archivist_said_before_goes_into_the_journal_when_it_is_replaced()
    {
        var first = Take(Doubtful, (Field.CodeNumber, "21")).Next;
        Assert.Contains("codeNumber was 21", Take(first, (Field.CodeNumber, "22")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_being_described_or_is_on_its_way_is_left_alone()
    {
        var leaving = Doubtful with { Transfer = new TransferClock { State = ClockState.Transferring, Policy = "p" } };
        Assert.All(new[] { Doubtful with { Status = RecordStatus.Admitted }, leaving }, record => Assert.IsType<Reviewing.Busy>(Decide(record, Reviewing.Shown(record), (Field.CodeNumber, "21"))));
    }

    [Fact]
    public void Describing_anew_undoes_no_review_and_what_the_depositor_says_later_is_doubtful_anew()
    {
        var reviewed = Take(Doubtful, (Field.CodeNumber, "21")).Next;
        var blank = new DocumentReading("", null, [], [], [], []);
        var (restated, _) = Restatement.Apply(reviewed, Facts.Reading((Field.CodeNumber, "13")), [new InboxBlob("H26.01/a", "1")], Facts.Now)!.Value;
        var described = Describing.Of(restated, blank, "agent", Facts.Now).Record;
        Assert.Equal("21", described.Description.Value(Field.CodeNumber));
        Assert.NotEmpty(Doubt.Of(described));
    }

    [Fact]
    public void Who_may_see_a_record_is_not_asked_on_the_form() => Assert.DoesNotContain(ReviewField.Of(Doubtful with { Findings = [Finding.Of(FindingCodes.Disagreement, Field.Mode, "01", "02")] }), field => field.Name == Field.Mode);

    private static Reviewing.Taken Take(ArchiveRecord record, params (string Field, string Value)[] given) => Assert.IsType<Reviewing.Taken>(Decide(record, Reviewing.Shown(record), given));

    private static Reviewing Decide(ArchiveRecord record, string shown, params (string Field, string Value)[] given) =>
        Reviewing.Decide(record, shown, given.ToDictionary(one => one.Field, one => one.Value), "lan", Facts.Now);
}
