using System.Text;
using Archive.Accession;
using Archive.Catalogue;
using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Accession.Api;

/// <summary>An officer asks for a place to upload one document to. What the upload would be refused for is said now, before a byte is sent.</summary>
public sealed class OpenUploadSlot(OfficersDesk desk, UploadSlots slots, AdmissionPolicy policy)
{
    /// <summary>Answers 201 with the slot, 400 for a body that cannot be read, 422 with the findings.</summary>
    [Function(nameof(OpenUploadSlot))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agencies/{agency}/uploads")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(nameof(OpenUploadSlot), request, agency, async known =>
            await OfficersDesk.Body(request, AccessionJson.Letters.SlotRequestBody, stop) is { } body
                ? await Open(request, known.Code, Wanted(body), stop)
                : Problems.Of(ProblemCode.BodyInvalid, request));

    private static SlotRequest Wanted(SlotRequestBody body) => new(
        body.FileName, body.Size, body.Sha256, body.Metadata is { } said ? Encoding.UTF8.GetBytes(said.GetRawText()) : null, body.Blocks == true, body.Resumes);

    private async Task<IResult> Open(HttpRequest request, AgencyCode agency, SlotRequest wanted, CancellationToken stop)
    {
        var errors = wanted.Errors(policy);
        if (errors.Count > 0)
            return Problems.Of(ProblemCode.UploadInvalid, request, findings: [.. errors.Select(finding => FindingBody.Of(finding, Words.LanguageOf(request)))]);

        var slot = await slots.Open(agency, wanted, stop);
        var body = new SlotBody(slot.Upload.Id, slot.Url.AbsoluteUri, $"{slot.Upload.Folder}/{slot.Upload.Name}", VietnamTime.At(slot.Upload.Expires!.Value));
        return new JsonResult<SlotBody>(body, AccessionJson.Letters.SlotBody, StatusCodes.Status201Created) { Headers = Caching.Never };
    }
}
