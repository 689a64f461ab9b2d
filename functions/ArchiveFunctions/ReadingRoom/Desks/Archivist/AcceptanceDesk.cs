using System.Globalization;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Api;
using ArchiveFunctions.Transfer.Consignments;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Desks.Archivist;

/// <summary>Makes the page of a consignment.</summary>
public sealed class AcceptanceDesk(ConsignmentTable consignments, TransferDesk records, AgencyRegister agencies)
{
    private const int PageSize = 50;

    /// <summary>The page of a consignment as it stands now.</summary>
    internal async Task<IResult> Page(PageFrame frame, AgencyCode agency, string transfer, CancellationToken stop, ProblemCode? problem = null, string? reason = null)
    {
        if (!ConsignmentTable.IsId(transfer) || await consignments.Find(agency, transfer, stop) is not { Consignment: var consignment })
            return PageDesk.Problem(frame, ProblemCode.NotFound);
        if (From(frame) is not { } from)
            return PageDesk.Problem(frame, ProblemCode.ContinuationInvalid);

        // The list of files is written before the row says verified; one without that time may have none.
        var files = consignment.VerifiedAt is null ? [] : await consignments.Files(consignment.Id, stop);
        var contents = files.Where(file => file is { IsContent: true, RecordId: not null }).ToList();
        var page = contents.Skip(from).Take(PageSize).ToList();
        var seen = await records.Visible(page.Select(file => file.RecordId!), frame.Caller, stop);
        var view = new AcceptanceView(
            consignment,
            (await agencies.All(stop)).NameOf(agency, frame.Words.Language),
            consignment.VerifiedAt is null ? null : (files.Count, files.Sum(file => file.Size)),
            [.. page.Where(file => seen.ContainsKey(file.RecordId!)).Select(file => new ConsignedFile(file, seen[file.RecordId!]))],
            from + PageSize < contents.Count ? (from + PageSize).ToString(CultureInfo.InvariantCulture) : null,
            problem,
            reason);
        return new PageResult<AcceptancePage>(frame, view, problem?.Status ?? StatusCodes.Status200OK);
    }

    /// <summary>A package's list never changes, so a number is a place.</summary>
    private static int? From(PageFrame frame) => frame.Query.GetValueOrDefault("continuation") is { } text
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : null
        : 0;
}
