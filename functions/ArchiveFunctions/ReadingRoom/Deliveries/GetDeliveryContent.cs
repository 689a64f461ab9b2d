using Archive.Description;
using Archive.ReadingRoom.Audit;
using Archive.ReadingRoom.Deliveries;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Records;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>The bytes of a delivery, whole or in part, to the reader it was made for and while its term runs.</summary>
public sealed class GetDeliveryContent(DeliveryDesk desk, DeliveryBlobs blobs, Contents contents, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Answers them; nobody keeps them on the way.</summary>
    [Function(nameof(GetDeliveryContent))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reading-room/deliveries/{delivery}/content")] HttpRequest request, string delivery, CancellationToken stop) =>
        desk.Answer(nameof(GetDeliveryContent), request, delivery, async (frame, access) =>
        {
            if (access is not DeliveryAccess.Open open)
                return PageDesk.Problem(frame, ProblemCode.DeliveryOver);

            await audit.NoteReading(AuditAct.Delivered, frame.Caller, open.Record, stop);
            return await Bytes(request, open, stop);
        }, stop);

    private async Task<IResult> Bytes(HttpRequest request, DeliveryAccess.Open open, CancellationToken stop)
    {
        var file = open.Delivery.File!;
        var content = new Content(1, Sha256Digest.Parse(file.Sha256), file.Size, FormatIdentity.Unknown with { MediaType = file.MediaType }, file.Name);
        var disposition = open.Delivery.IsDownloaded ? ContentDisposition.Download(file.Name) : "inline";
        var etag = ContentResult.ETagOf(content);
        if (Precondition.Fails(request, etag))
            return Problems.Of(ProblemCode.PreconditionFailed, request);
        if (Precondition.IsHeld(request, etag))
            return Answer(StatusCodes.Status304NotModified);
        if (HttpMethods.IsHead(request.Method))
            return Answer(StatusCodes.Status200OK);

        return (Precondition.AllowsRange(request, etag) ? ByteRange.Of(request.Headers.Range, file.Size) : new ByteRange.Whole()) switch
        {
            ByteRange.Unsatisfiable => new UnsatisfiableResult(file.Size, Problems.Of(ProblemCode.RangeNotSatisfiable, request)),
            ByteRange.Part part => Answer(StatusCodes.Status206PartialContent, part, await Open(open, new HttpRange(part.First, part.Length), stop)),
            _ => Answer(StatusCodes.Status200OK, null, await Open(open, default, stop)),
        };

        ContentResult Answer(int status, ByteRange.Part? part = null, Stream? body = null) => new(content, Caching.Restricted, status, part, body, disposition);
    }

    private async Task<Stream> Open(DeliveryAccess.Open open, HttpRange range, CancellationToken stop)
    {
        var file = open.Delivery.File!;
        if (file.Blob is null && open.Record.Content.Digest.Value != file.Sha256)
            throw new InvalidDataException($"Delivery {open.Delivery.Id} was made of other content than record {open.Record.Id} has.");

        var blob = file.Blob is { } made ? blobs.Blob(made) : contents.Of(open.Record);
        return (await Limit.Within(ending => blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = range }, ending), clock, stop)).Value.Content;
    }
}
