using Archive.ReadingRoom.Deliveries;
using ArchiveFunctions.ReadingRoom.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>What the page of verification shows.</summary>
/// <param name="Typed">What was typed; null before anything was.</param>
/// <param name="Found">What it is.</param>
public sealed record VerificationView(string? Typed, Verification? Found);

/// <summary>The public page where anyone checks an authenticated copy by its code.</summary>
public sealed class ShowVerification(PageDesk desk, Verifier verifier)
{
    /// <summary>Shows the form, and what a code was issued for.</summary>
    [Function(nameof(ShowVerification))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/verify")] HttpRequest request, CancellationToken stop) =>
        desk.Answer(request, async frame =>
        {
            var typed = request.Query["code"].ToString();
            var found = string.IsNullOrWhiteSpace(typed) ? null : await verifier.Verify(typed, stop);
            return new PageResult<VerificationPage>(frame, new VerificationView(found is null ? null : typed, found), found switch
            {
                Verification.Unknown => ProblemCode.VerificationUnknown.Status,
                Verification.Mistyped => ProblemCode.VerificationMistyped.Status,
                _ => StatusCodes.Status200OK,
            });
        });
}
