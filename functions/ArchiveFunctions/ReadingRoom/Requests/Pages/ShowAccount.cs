using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.ReadingRoom.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>The page on which a reader registers, or changes what their account says.</summary>
public sealed class ShowAccount(PageDesk desk, ReaderTable readers, TimeProvider clock)
{
    /// <summary>Shows the reader's own account; before there is one, an empty form with the name the token has.</summary>
    [Function(nameof(ShowAccount))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/account")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerOnly(nameof(ShowAccount), request, async frame =>
        {
            var reader = RecordId.ForReader(frame.Caller.Subject);
            var account = await Limit.Within(ending => readers.Find(reader, ending), clock, stop);
            var notice = frame.Query.ContainsKey("saved") ? "saved" : account is null ? "none" : null;
            var to = frame.Query.GetValueOrDefault("to") is { } local && Errand.IsLocal(local) ? local : null;
            return new PageResult<AccountPage>(frame, new AccountSheet(
                account ?? new ReaderAccount { Reader = reader, FullName = frame.Caller.Name ?? "", PersonalId = "" }, account?.Version ?? 0, [], notice, to));
        });
}
