using Archive.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.ReadingRoom.Requests.Api;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>Where a request stands, in words.</summary>
internal static class RequestWords
{
    /// <summary>A sentence: where it stands and what comes next.</summary>
    public static string Of(CopyRequest request, RequestRules rules, DateOnly today, PageWords words) => request switch
    {
        { Status: RequestStatus.Submitted } => $"{words["request.state.submitted"]} {Due(request, rules, today, words)}",
        { Status: RequestStatus.AwaitingPayment, Fee: { } fee } => words["request.state.awaitingPayment", Money(fee.Amount, words)],
        { Status: RequestStatus.Preparing } => words["request.state.preparing"],
        { Status: RequestStatus.Delivered, UseUntil: { } until } => words["request.state.delivered", Dates.Spoken(until)],
        { EndedAt: { } ended } => words[$"request.state.{RequestNames.Of(request.Status)}", Dates.Spoken(ended)],
        _ => words[$"request.status.{RequestNames.Of(request.Status)}"],
    };

    /// <summary>By when it is to be answered, and how far that day is.</summary>
    public static string Due(CopyRequest request, RequestRules rules, DateOnly today, PageWords words) => rules.AnswerDue(request) switch
    {
        DueDay.On(var day) when day < today => words["request.overdue", Dates.Spoken(day)],
        DueDay.On(var day) => words["request.due", Dates.Spoken(day)],
        DueDay.Unknown(var year) => words["request.due-unknown", request.AnswerDays, year],
        var other => throw new InvalidOperationException($"{other} is no day."),
    };

    /// <summary>Whether its answer is late.</summary>
    public static bool IsLate(CopyRequest request, RequestRules rules, DateOnly today) => request.Status == RequestStatus.Submitted && rules.AnswerDue(request).Known < today;

    /// <summary>An amount of đồng.</summary>
    public static string Money(long amount, PageWords words) => $"{amount.ToString("N0", words.Language)} ₫";
}
