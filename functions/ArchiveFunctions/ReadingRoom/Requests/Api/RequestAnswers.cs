using Archive.ReadingRoom.Requests;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom.Requests.Api;

/// <summary>Answers of the API about requests. Each is for one person and is kept by nobody.</summary>
internal static class RequestAnswers
{
    public static IResult Of(CopyRequest request, RequestRules rules, int status = StatusCodes.Status200OK) =>
        new JsonResult<CopyRequestBody>(CopyRequestBody.Of(request, rules), RequestJson.Letters.CopyRequestBody, status) { Headers = Caching.Never };

    public static IResult Of(Received received, RequestRules rules, HttpRequest request) => received switch
    {
        Received.Stands stands => Of(stands.Request, rules, stands.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK),
        Received.Faulty faulty => Problems.Of(ProblemCode.RequestInvalid, request, faulty.Errors[0]),
        Received.Problem problem => Problems.Of(problem.Code, request),
        _ => throw new InvalidOperationException($"{received} is nothing a request comes to."),
    };

    public static IResult Of(Answered answered, RequestRules rules, HttpRequest request) =>
        answered is { Problem: null, Request: { } decided } ? Of(decided, rules) : Problems.Of(answered.Problem ?? ProblemCode.NotFound, request);
}
