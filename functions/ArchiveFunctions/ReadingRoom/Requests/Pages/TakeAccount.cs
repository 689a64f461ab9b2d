using System.Globalization;
using Archive.ReadingRoom.Audit;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.ReadingRoom.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>Takes the form of a reader's account.</summary>
public sealed class TakeAccount(PageDesk desk, ReaderTable readers, AuditTrail audit)
{
    /// <summary>Saves it and goes where the reader wanted to; or shows it again with what is wrong.</summary>
    [Function(nameof(TakeAccount))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reading-room/account")] HttpRequest request, CancellationToken stop) =>
        desk.AnswerFormOnly(nameof(TakeAccount), request, async (frame, form) =>
        {
            var account = Of(form, RecordId.ForReader(frame.Caller.Subject));
            var madeFrom = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
            var to = Errand.IsLocal(form["to"]) ? form["to"].ToString() : null;
            if (account.Errors() is { Count: > 0 } errors)
                return new PageResult<AccountPage>(frame, new AccountSheet(account, madeFrom, [.. errors.Distinct()], null, to), StatusCodes.Status422UnprocessableEntity);
            await audit.Note(AuditAct.SavedAccount, frame.Caller, account.Reader, null, stop);
            if (await readers.Save(account, madeFrom, stop) is not null)
                return Results.LocalRedirect(to ?? "/reading-room/account?saved=1");

            var held = await readers.Find(account.Reader, stop);
            return new PageResult<AccountPage>(frame, new AccountSheet(account, held?.Version ?? 0, [], "changed", to), StatusCodes.Status409Conflict);
        }, stop);

    private static ReaderAccount Of(IFormCollection form, string reader) => new ReaderAccount
    {
        Reader = reader,
        FullName = form["fullName"].ToString(),
        PersonalId = form["personalId"].ToString(),
        Email = form["email"],
        Phone = form["phone"],
        Workplace = form["workplace"],
        PriorityStatus = form["priorityStatus"],
        Note = form["note"],
    }.Tidied();
}
