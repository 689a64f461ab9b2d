using System.Collections.Frozen;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using Archive.Tests.Catalogue;

namespace Archive.Tests.ReadingRoom.Requests;

public sealed class ReadingGrantTests
{
    private static readonly Caller Reader = new("dev|an", null, new[] { Role.Reader }.ToFrozenSet(), null);
    private static readonly ArchiveRecord Conditional = Given.Record("a", Given.HomeAffairs, "02");
    private static readonly DateOnly Until = Forms.Day("2026-03-18");

    [Fact]
    public void An_approved_request_to_read_opens_a_conditional_record_to_its_reader_until_its_term_is_over()
    {
        Assert.True(Opens(Granted, Conditional, Until));
        Assert.False(Opens(Granted, Conditional, Until.AddDays(1)));
        Assert.False(Visibility.MayReadContent(Conditional, Reader with { Subject = "dev|binh" }, [Granted], Until));
        Assert.False(Visibility.MayReadContent(Conditional, Caller.Anonymous, [Granted with { Reader = RecordId.ForReader("") }], Until));
    }

    [Theory]
    [InlineData(RequestStatus.Submitted, false)]
    [InlineData(RequestStatus.AwaitingPayment, false)]
    [InlineData(RequestStatus.Preparing, true)]
    [InlineData(RequestStatus.Delivered, true)]
    [InlineData(RequestStatus.Expired, false)]
    [InlineData(RequestStatus.Declined, false)]
    [InlineData(RequestStatus.Withdrawn, false)]
    public void Only_while_it_is_in_force(RequestStatus status, bool opens) => Assert.Equal(opens, Opens(Granted with { Status = status }, Conditional, Until));

    [Fact]
    public void Only_the_record_named_and_only_to_read()
    {
        Assert.False(Opens(Granted with { RecordIds = ["r00000000000000000000000009"] }, Conditional, Until));
        Assert.All(Enum.GetValues<CopyProduct>(), product => Assert.Equal(product == CopyProduct.ReadingCopy, Opens(Granted with { Product = product }, Conditional, Until)));
    }

    [Fact]
    public void Nothing_opens_what_is_secret_or_withheld()
    {
        Assert.False(Opens(Granted, Conditional with { Status = RecordStatus.Withheld }, Until));
        Assert.False(Opens(Granted with { RecordIds = [Secret.Id.Value] }, Secret, Until));
    }

    private static ArchiveRecord Secret => Given.Record("a", Given.HomeAffairs, "03");

    private static CopyRequest Granted => Forms.Request(RequestStatus.Delivered) with { Product = CopyProduct.ReadingCopy, RecordIds = [Conditional.Id.Value], UseUntil = Until };

    private static bool Opens(CopyRequest request, ArchiveRecord record, DateOnly today) => Visibility.MayReadContent(record, Reader, [request], today);
}
