using Archive.Records;
using ArchiveFunctions.ReadingRoom.Pages;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>
/// Where an officer sends records from the browser. Their bytes go straight to storage, each file to a slot of its own (<c>OpenUploadSlot</c>), so this page
/// alone may talk to the storage account. Without a script it says how to do the same with other tools.
/// </summary>
public sealed class ShowUploading(PageDesk desk, BlobServiceClient blobs)
{
    /// <summary>Shows it.</summary>
    [Function(nameof(ShowUploading))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "desk/agencies/{agency}/upload")] HttpRequest request, string agency) =>
        desk.AnswerOf(nameof(ShowUploading), request, agency, (frame, known) =>
            Task.FromResult<IResult>(new PageResult<UploadingPage>(frame, new UploadingView(known, $"{request.Scheme}://{request.Host}"))
            {
                SendsTo = blobs.Uri.GetLeftPart(UriPartial.Authority),
            }));
}

/// <summary>What the page for sending shows.</summary>
/// <param name="Agency">Whose records are sent.</param>
/// <param name="Site">Where the API is, for those who use another tool.</param>
public sealed record UploadingView(Agency Agency, string Site);
