using Archive.ReadingRoom.Requests;
using Archive.Records;
using Archive.Tests.Catalogue;

namespace Archive.Tests.ReadingRoom.Requests;

public sealed class AskingTests
{
    private static readonly DateTimeOffset Monday = Forms.At("2026-03-02T10:00");

    [Theory]
    [InlineData(CopyProduct.ReadingCopy, "01", 1, "2026-03-03")]
    [InlineData(CopyProduct.ReadingCopy, "02", 6, "2026-03-10")]
    [InlineData(CopyProduct.UnauthenticatedCopy, "01", 2, "2026-03-04")]
    [InlineData(CopyProduct.AuthenticatedCopy, "01", 2, "2026-03-04")]
    [InlineData(CopyProduct.DisseminationPackage, "02", 7, "2026-03-11")]
    [InlineData(CopyProduct.DisseminationPackage, null, 7, "2026-03-11")]
    public void The_term_is_that_of_the_product_and_the_kind_of_record(CopyProduct product, string? mode, int days, string due)
    {
        var asked = Assert.IsType<Asking.Asked>(Asking.Judge(Forms.Form with { Product = product }, Forms.Account, [Visible(mode)], Forms.Rules, Monday)).Request;
        Assert.Equal((days, Forms.Day(due), RequestStatus.Submitted, 1), (asked.AnswerDays, asked.AnswerDue!.Value, asked.Status, asked.Version));
    }

    [Fact]
    public void One_conditional_record_among_open_ones_makes_it_a_request_with_conditions()
    {
        var form = Forms.Form with { RecordIds = ["r00000000000000000000000000", "r00000000000000000000000001"] };
        Assert.Equal(6, Assert.IsType<Asking.Asked>(Asking.Judge(form, Forms.Account, [Visible("01"), Visible("02")], Forms.Rules, Monday)).Request.AnswerDays);
    }

    [Fact]
    public void Where_no_calendar_is_held_the_request_stands_without_a_day_and_has_it_once_there_is_one()
    {
        var asked = Assert.IsType<Asking.Asked>(Asking.Judge(Forms.Form, Forms.Account, [Visible("01")], Forms.Rules, Forms.At("2026-12-31T10:00"))).Request;
        Assert.Null(asked.AnswerDue);
        Assert.Equal(new DueDay.Unknown(2027), Forms.Rules.AnswerDue(asked));
        var later = Forms.Rules with { Calendar = new WorkCalendar([.. WorkYear.Known, new WorkYear { Year = 2027 }], new TimeOnly(17, 0)) };
        Assert.Equal(new DueDay.On(Forms.Day("2027-01-04")), later.AnswerDue(asked));
    }

    [Fact]
    public void Without_an_account_nothing_is_asked_and_what_a_reader_may_not_know_of_does_not_exist()
    {
        Assert.IsType<Asking.AccountMissing>(Asking.Judge(Forms.Form, null, [Visible("01")], Forms.Rules, Monday));
        Assert.IsType<Asking.RecordUnknown>(Asking.Judge(Forms.Form, Forms.Account, [null], Forms.Rules, Monday));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_is_at_fault_is_named(string error, RequestForm form) =>
        Assert.Equal([error], Assert.IsType<Asking.Refused>(Asking.Judge(form.Tidied(), Forms.Account, [], Forms.Rules, Monday)).Errors);

    public static TheoryData<string, RequestForm> Faults() => new()
    {
        { "key", Forms.Form with { Key = "short" } },
        { "recordIds", Forms.Form with { RecordIds = [] } },
        { "recordIds", Forms.Form with { RecordIds = ["../x"] } },
        { "recordIds", Forms.Form with { RecordIds = [.. Enumerable.Range(10, 11).Select(number => $"r000000000000000000000000{number}")] } },
        { "product", Forms.Form with { Product = null } },
        { "product", Forms.Form with { Product = (CopyProduct)9 } },
        { "copies", Forms.Form with { Copies = null } },
        { "copies", Forms.Form with { Copies = 2 } },
        { "copies", Forms.Form with { Product = CopyProduct.AuthenticatedCopy, Copies = 21 } },
        { "purpose", Forms.Form with { Purpose = "04" } },
        { "purposeContent", Forms.Form with { PurposeContent = "   " } },
        { "purposeContent", Forms.Form with { PurposeContent = new string('a', 501) } },
        { "researchTopic", Forms.Form with { ResearchTopic = new string('a', 251) } },
        { "feeObjectType", Forms.Form with { FeeObjectType = "11" } },
        { "description", Forms.Form with { Description = new string('a', 2001) } },
        { "description", Forms.Form with { FeeObjectType = "03" } },
    };

    [Fact]
    public void Ten_records_are_a_request_and_one_named_twice_counts_once() =>
        Assert.Empty((Forms.Form with { RecordIds = [.. Enumerable.Range(10, 10).Select(number => $"r000000000000000000000000{number}"), " r00000000000000000000000010"] }).Tidied().Errors());

    [Fact]
    public void The_same_form_is_the_same_request_and_another_reader_s_is_not()
    {
        var first = Assert.IsType<Asking.Asked>(Asking.Judge(Forms.Form, Forms.Account, [Visible("01")], Forms.Rules, Monday)).Request;
        var again = Assert.IsType<Asking.Asked>(Asking.Judge(Forms.Form, Forms.Account, [Visible("01")], Forms.Rules, Monday.AddDays(1))).Request;
        var other = Assert.IsType<Asking.Asked>(Asking.Judge(Forms.Form, Forms.Account with { Reader = RecordId.ForReader("dev|binh") }, [Visible("01")], Forms.Rules, Monday)).Request;
        Assert.Equal(first.Id, again.Id);
        Assert.NotEqual(first.Id, other.Id);
        Assert.True(Asking.IsSame(first, again));
        Assert.False(Asking.IsSame(first, again with { PurposeContent = "Khác" }));
    }

    private static ArchiveRecord Visible(string? mode) => Given.Record("a", Given.HomeAffairs, mode);
}
