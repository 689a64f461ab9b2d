using System.Globalization;
using System.Text.Json;
using Archive.ReadingRoom;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.Transfer.Api;

/// <summary>Answers the figure of the plan's fourth target, of an agency or of the city: what is frozen as it was frozen, the rest as of today.</summary>
public sealed class FigureDesk(RecordReader records, DeadlineTable deadlines, FigureTable figures, TimeProvider clock)
{
    /// <summary>What the plan asks for.</summary>
    private const double Target = 0.8;

    /// <summary>The figure of a month (<c>month=yyyy-MM</c>, by default the present one) and of all before it; with <c>list</c> the records behind a number, but those withheld.</summary>
    public async Task<IResult> Answer(HttpRequest request, AgencyCode? agency, CancellationToken stop)
    {
        var today = Today.Of(clock.GetUtcNow());
        var asked = request.Query["month"].ToString() is { Length: > 0 } text ? TransferDesk.Month(text) : new DateOnly(today.Year, today.Month, 1);
        if (asked is not { } month || month > today)
            return Problems.Of(ProblemCode.ParameterInvalid, request, "month");
        if (!TryStanding(request.Query["list"], out var standing))
            return Problems.Of(ProblemCode.ParameterInvalid, request, "list");
        if (TransferDesk.Size(request) is not { } size)
            return Problems.Of(ProblemCode.ParameterInvalid, request, "size");

        var last = month.AddMonths(1).AddDays(-1);
        var asOf = last < today ? last : today;
        var frozen = await figures.Find(month, agency, stop);
        var falling = frozen is null || standing is not null ? await deadlines.In(month, agency, stop).ToListAsync(stop) : [];
        var own = frozen ?? TermFigure.Count(month, falling, asOf);
        var before = await figures.Until(month.AddMonths(-1), agency, stop).ToListAsync(stop);
        var (inTime, due) = (own.InTime + before.Sum(figure => figure.InTime), own.Due + before.Sum(figure => figure.Due));
        var undetermined = await deadlines.In(null, agency, stop).CountAsync(stop);
        var (items, continuation) = standing is { } wanted
            ? await List(falling.Where(deadline => TermFigure.Of(deadline, asOf) == wanted), TransferDesk.Continuation(request), size, stop)
            : (null, null);
        var body = new FigureBody(
            month.ToString("yyyy-MM", CultureInfo.InvariantCulture), asOf, frozen is not null, Target, own.InTime, own.Due, Rate(own.InTime, own.Due), own.Exclusions, own.Sha256,
            new CumulativeBody(inTime, due, Rate(inTime, due)), undetermined, items, continuation);
        return new JsonResult<FigureBody>(body, FigureJson.Letters.FigureBody) { Headers = Caching.Never };
    }

    /// <summary>A record withheld is one that does not exist, whoever asks: it is counted, as it was reported, and not named. A page may be shorter for it.</summary>
    private async Task<(IReadOnlyList<FigureItemBody> Items, string? Continuation)> List(IEnumerable<Deadline> counted, string? after, int size, CancellationToken stop)
    {
        var page = counted.OrderBy(deadline => deadline.RecordId, StringComparer.Ordinal).Where(deadline => string.CompareOrdinal(deadline.RecordId, after) > 0).Take(size + 1).ToList();
        var shown = await Task.WhenAll(page.Take(size).Select(async one => (Deadline: one, Found: await records.Find(RecordId.Parse(one.RecordId), stop))));
        return ([.. shown.Where(one => one.Found is { Record: var record } && Visibility.ReadersOf(record).Count > 0).Select(one => one.Deadline).Select(one => new FigureItemBody(one.RecordId, one.Agency.Value, one.Due, one.TransferredOn, one.Exemption))], page.Count > size ? page[size - 1].RecordId : null);
    }

    private static double? Rate(int inTime, int due) => due == 0 ? null : Math.Round((double)inTime / due, 4);

    private static bool TryStanding(string? text, out TermStanding? standing)
    {
        standing = Enum.GetValues<TermStanding>().Cast<TermStanding?>().FirstOrDefault(one => JsonNamingPolicy.CamelCase.ConvertName(one.ToString()!) == text);
        return string.IsNullOrEmpty(text) || standing is not null;
    }
}
