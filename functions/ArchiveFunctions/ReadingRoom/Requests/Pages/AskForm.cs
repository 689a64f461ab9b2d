using System.Globalization;
using System.Security.Cryptography;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.ReadingRoom.Requests.Api;
using ArchiveFunctions.Transfer;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Requests.Pages;

/// <summary>The form on which a reader asks: made, read and shown again.</summary>
public sealed class AskForm(RequestCounter counter, ReaderTable readers, RequestRules rules, TimeProvider clock)
{
    /// <summary>An empty form for the records an address names, with a key of its own.</summary>
    internal static RequestForm New(HttpRequest request) => new()
    {
        Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        RecordIds = [.. request.Query["record"].OfType<string>().Take(CopyRequest.MostRecords)],
        Product = RequestNames.Product(request.Query["product"]),
    };

    /// <summary>A form as it was sent.</summary>
    internal static RequestForm Of(IFormCollection form) => new()
    {
        Key = form["key"],
        RecordIds = [.. form["record"].OfType<string>(), .. form["more"].ToString().Split([' ', ',', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)],
        Product = RequestNames.Product(form["product"]),
        Purpose = form["purpose"],
        PurposeContent = form["purposeContent"],
        ResearchTopic = form["researchTopic"],
        FeeObjectType = form["feeObjectType"],
        Description = form["description"],
        Copies = int.TryParse(form["copies"], NumberStyles.None, CultureInfo.InvariantCulture, out var copies) ? copies : null,
    };

    /// <summary>The page of a form, with what is wrong with it.</summary>
    internal async Task<IResult> Show(PageFrame frame, RequestForm form, IReadOnlyList<string> errors, int status, CancellationToken stop)
    {
        var tidy = form.Tidied();
        var (seen, account) = await Limit.Within(async ending => (await counter.Visible(tidy.RecordIds, frame.Caller, ending), await readers.Find(RecordId.ForReader(frame.Caller.Subject), ending)), clock, stop);
        var known = seen.OfType<ArchiveRecord>().ToList();
        var unknown = string.Join(' ', tidy.RecordIds.Except(known.Select(record => record.Id.Value)));
        var today = Today.Of(clock.GetUtcNow());
        return new PageResult<AskPage>(frame, new AskSheet(form, known, unknown, errors, account is not null, rules.FeesOn(today), rules.PolicyOn(today)), status);
    }
}
