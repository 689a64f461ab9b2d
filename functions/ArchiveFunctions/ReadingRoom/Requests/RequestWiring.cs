using Archive.ReadingRoom.Requests;
using ArchiveFunctions.ReadingRoom.Requests.Pages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.ReadingRoom.Requests;

/// <summary>What readers' requests need.</summary>
public static class RequestWiring
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddSingleton(provider => RulesOf(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<RequestTable>()
        .AddSingleton<ReaderTable>()
        .AddSingleton<RequestCounter>()
        .AddSingleton<RequestOffice>()
        .AddSingleton<IPayments, CounterPayments>()
        .AddSingleton<AskForm>()
        .AddSingleton<RequestCases>();

    /// <summary>
    /// The rules: what comes with the archive, and what is set beside it. Settings <c>Requests:Policies</c>, <c>Requests:Fees</c>,
    /// <c>Requests:Calendars</c> (lists; a policy or schedule counts from its own first day on) and <c>Requests:Closes</c> (17:00).
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting makes no sense; the archive does not start with it.</exception>
    internal static RequestRules RulesOf(IConfiguration configuration)
    {
        var section = configuration.GetSection("Requests");
        var fees = section.GetSection("Fees").Get<List<FeeSchedule>>() ?? [];
        if (fees.Any(schedule => string.IsNullOrWhiteSpace(schedule.Id) || schedule.Amounts.Values.Any(amount => amount < 0) || !schedule.Exempt.All(RequestCodes.IsFeeObjectType)))
            throw new InvalidOperationException("Requests:Fees holds a schedule without an id, with an amount below 0, or with an exempt group that does not exist.");
        var policies = section.GetSection("Policies").Get<List<RequestPolicy>>() ?? [];
        if (policies.Any(policy => string.IsNullOrWhiteSpace(policy.Id) || policy.Answers is not { Count: > 0 } || policy.Answers.Any(term => term.Days < 0) || policy.UseDays < 1))
            throw new InvalidOperationException("Requests:Policies holds a policy without an id, without terms, or with a term that makes no sense.");

        var years = section.GetSection("Calendars").Get<List<WorkYear>>() ?? [];
        var closes = section.GetValue<TimeOnly?>("Closes") ?? new TimeOnly(17, 0);
        return new RequestRules([RequestPolicy.Current, .. policies], fees, new WorkCalendar([.. WorkYear.Known, .. years], closes));
    }
}
