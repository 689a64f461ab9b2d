using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.Records;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A reader reads a record's bytes, whole or in part, straight from the archive that has custody.</summary>
public sealed class GetRecordContent(ReadingDesk desk, OpenedRecords records, Contents contents, Refusals refusals, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Answers the bytes; to a caller who may not read them, exactly what is answered when there are none.</summary>
    [Function(nameof(GetRecordContent))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/records/{id}/content")] HttpRequest request, string id, CancellationToken stop) =>
        desk.Answer(request, async caller =>
        {
            var opened = await records.Find(id, caller, stop);
            if (opened is null || !Visibility.MayReadContent(opened.Readable.Record, caller))
                return await refusals.NotThere(nameof(GetRecordContent), caller, request, id);

            await audit.NoteReading(AuditAct.OpenedRestricted, caller, opened.Readable.Record, stop);
            return await Answer(request, opened.Readable.Record, stop);
        });

    private async Task<IResult> Answer(HttpRequest request, ArchiveRecord record, CancellationToken stop)
    {
        var etag = ContentResult.ETagOf(record);
        if (Precondition.Fails(request, etag))
            return Problems.Of(ProblemCode.PreconditionFailed, request);
        if (Precondition.IsHeld(request, etag))
            return new ContentResult(record, StatusCodes.Status304NotModified);
        if (HttpMethods.IsHead(request.Method))
            return new ContentResult(record, StatusCodes.Status200OK);

        return (Precondition.AllowsRange(request, etag) ? ByteRange.Of(request.Headers.Range, record.Content.Size) : new ByteRange.Whole()) switch
        {
            ByteRange.Unsatisfiable => new UnsatisfiableResult(record.Content.Size, Problems.Of(ProblemCode.RangeNotSatisfiable, request)),
            ByteRange.Part part => new ContentResult(record, StatusCodes.Status206PartialContent, part, await Open(record, new HttpRange(part.First, part.Length), stop)),
            _ => new ContentResult(record, StatusCodes.Status200OK, null, await Open(record, default, stop)),
        };
    }

    /// <summary>Opened before the answer begins, so that a vault that cannot be reached is still a 503 and not a broken download.</summary>
    private async Task<Stream> Open(ArchiveRecord record, HttpRange range, CancellationToken stop)
    {
        try
        {
            var opened = await Limit.Within(ending => contents.Of(record).DownloadStreamingAsync(new BlobDownloadOptions { Range = range }, ending), clock, stop);
            return opened.Value.Content;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new InvalidDataException($"The content of record {record.Id} is not where it should be.", missing);
        }
    }
}
