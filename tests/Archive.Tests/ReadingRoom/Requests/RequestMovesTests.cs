using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;
using CsCheck;

namespace Archive.Tests.ReadingRoom.Requests;

public sealed class RequestMovesTests
{
    private const string Nobody = "pnobody";
    private static readonly DateOnly Until = Forms.Day("2026-03-18");
    private static readonly RequestFee Free = new(0, "s", null);
    private static readonly RequestFee Dear = new(30_000, "s", null);

    [Fact]
    public void Every_step_from_every_state_is_an_allowed_move_the_same_again_or_refused()
    {
        foreach (var status in Enum.GetValues<RequestStatus>())
        {
            foreach (var step in Steps(Forms.Request(status)))
            {
                if (step is RequestStep.Done done)
                    Assert.Contains(done.Next.Status, RequestMoves.Allowed(status));
                else
                    Assert.True(step is RequestStep.Already or RequestStep.NotOpen, $"{status}: {step}");
            }
        }
    }

    [Fact]
    public void A_step_taken_twice_is_taken_once()
    {
        Func<CopyRequest, RequestStep>[] steps =
        [
            request => RequestMoves.Approve(request, Forms.Yes, Nobody, Forms.Open, Dear, Until),
            request => RequestMoves.Pay(request, new RequestPayment(Forms.At("2026-03-04T09:00"), "dev|lan", "BL-7"), Nobody, Until),
            request => RequestMoves.Deliver(request, Forms.At("2026-03-05T09:00"), Until),
            request => RequestMoves.Expire(request, Forms.At("2026-03-25T09:00")),
        ];
        var request = Forms.Request();
        foreach (var step in steps)
        {
            request = Assert.IsType<RequestStep.Done>(step(request)).Next;
            Assert.IsType<RequestStep.Already>(step(request));
        }

        Assert.Equal((RequestStatus.Expired, 5), (request.Status, request.Version));

        // What comes late, after the end, changes nothing either.
        Assert.All(steps, step => Assert.IsType<RequestStep.Already>(step(request)));
    }

    [Fact]
    public void What_costs_nothing_is_made_at_once_and_what_costs_waits()
    {
        Assert.Equal((RequestStatus.Preparing, Until), Approved(Free) is var free ? (free.Status, free.UseUntil!.Value) : default);
        Assert.Equal((RequestStatus.AwaitingPayment, null), Approved(Dear) is var dear ? (dear.Status, dear.UseUntil) : default);

        static CopyRequest Approved(RequestFee fee) => Assert.IsType<RequestStep.Done>(RequestMoves.Approve(Forms.Request(), Forms.Yes, Nobody, Forms.Open, fee, Until)).Next;
    }

    [Fact]
    public void Nobody_decides_their_own_request_or_confirms_their_own_payment()
    {
        Assert.IsType<RequestStep.OwnRequest>(RequestMoves.Approve(Forms.Request(), Forms.Yes, Forms.Reader, Forms.Open, Free, Until));
        Assert.IsType<RequestStep.OwnRequest>(RequestMoves.Decline(Forms.Request(), Forms.No, Forms.Reader));
        Assert.IsType<RequestStep.OwnRequest>(RequestMoves.Pay(Forms.Request(RequestStatus.AwaitingPayment), new RequestPayment(default, "dev|an", "x"), Forms.Reader, Until));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    public void A_decision_without_reasons_is_none(string reasons)
    {
        Assert.IsType<RequestStep.ReasonMissing>(RequestMoves.Approve(Forms.Request(), Forms.Yes with { Reasons = reasons }, Nobody, Forms.Open, Free, Until));
        Assert.IsType<RequestStep.ReasonMissing>(RequestMoves.Decline(Forms.Request(), Forms.No with { Reasons = reasons }, Nobody));
    }

    [Fact]
    public void A_conditional_record_is_granted_only_by_who_confirms_and_a_record_that_is_gone_by_nobody()
    {
        var conditional = new RequestedRecords(AreGone: false, HaveConditions: true);
        Assert.IsType<RequestStep.ConditionsUnconfirmed>(RequestMoves.Approve(Forms.Request(), Forms.Yes, Nobody, conditional, Free, Until));
        Assert.IsType<RequestStep.Done>(RequestMoves.Approve(Forms.Request(), Forms.Yes with { ConditionsConfirmed = true }, Nobody, conditional, Free, Until));
        Assert.IsType<RequestStep.Done>(RequestMoves.Decline(Forms.Request(), Forms.No, Nobody));
        Assert.IsType<RequestStep.RecordGone>(RequestMoves.Approve(Forms.Request(), Forms.Yes with { ConditionsConfirmed = true }, Nobody, conditional with { AreGone = true }, Free, Until));
    }

    [Fact]
    public void What_proves_impossible_to_make_ends_with_the_reasons_and_is_not_delivered_afterwards()
    {
        var at = Forms.At("2026-03-05T09:00");
        var ended = Assert.IsType<RequestStep.Done>(RequestMoves.GiveUp(Forms.Request(RequestStatus.Preparing), [CopyObstacle.Protected], at)).Next;
        Assert.Equal((RequestStatus.NotMade, true, false, at), (ended.Status, ended.HasEnded, ended.IsOpen, ended.EndedAt));
        Assert.Equal([CopyObstacle.Protected], ended.Obstacles);
        Assert.IsType<RequestStep.Already>(RequestMoves.GiveUp(ended, [CopyObstacle.Protected], at));
        Assert.Equal(new RequestStep.NotOpen(RequestStatus.NotMade), RequestMoves.Deliver(ended, at, Until));
        Assert.Equal(new RequestStep.NotOpen(RequestStatus.Delivered), RequestMoves.GiveUp(Forms.Request(RequestStatus.Delivered), [CopyObstacle.Protected], at));
    }

    [Fact]
    public void The_second_of_two_deciders_is_told_that_it_is_decided()
    {
        var declined = Assert.IsType<RequestStep.Done>(RequestMoves.Decline(Forms.Request(), Forms.No, Nobody)).Next;
        Assert.Equal(new RequestStep.NotOpen(RequestStatus.Declined), RequestMoves.Approve(declined, Forms.Yes, Nobody, Forms.Open, Free, Until));
        Assert.Equal(new RequestStep.NotOpen(RequestStatus.Declined), RequestMoves.Decline(declined, Forms.No with { By = "dev|hoa" }, Nobody));
        Assert.IsType<RequestStep.Already>(RequestMoves.Decline(declined, Forms.No, Nobody));
    }

    [Fact]
    public void Whatever_is_done_in_whatever_order_versions_grow_by_one_and_what_has_ended_stays() =>
        Gen.Int[0, 6].Array[0, 12].Sample(order =>
        {
            var request = Forms.Request();
            foreach (var which in order)
            {
                if (Steps(request)[which] is not RequestStep.Done { Next: var next })
                    continue;
                if (request.HasEnded || next.Version != request.Version + 1 || !RequestMoves.Allowed(request.Status).Contains(next.Status))
                    return false;
                request = next;
            }

            return true;
        });

    private static IReadOnlyList<RequestStep> Steps(CopyRequest request) =>
    [
        RequestMoves.Approve(request, Forms.Yes with { By = "dev|hoa" }, Nobody, Forms.Open, Dear, Until),
        RequestMoves.Decline(request, Forms.No with { By = "dev|hoa" }, Nobody),
        RequestMoves.Pay(request, new RequestPayment(Forms.At("2026-03-04T09:00"), "dev|lan", "BL-7"), Nobody, Until),
        RequestMoves.Withdraw(request, Forms.At("2026-03-04T09:00")),
        RequestMoves.Deliver(request, Forms.At("2026-03-05T09:00"), Until),
        RequestMoves.Expire(request, Forms.At("2026-03-25T09:00")),
        RequestMoves.GiveUp(request, [CopyObstacle.Protected], Forms.At("2026-03-05T09:00")),
    ];
}
