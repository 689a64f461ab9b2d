using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArchiveFunctions.Tests.ReadingRoom;

/// <summary>Carries a result out, as the host would, and keeps what it wrote.</summary>
internal static class Answers
{
    public static async Task<(HttpResponse Response, byte[] Body)> Of(IResult result, HttpContext? context = null)
    {
        context ??= new DefaultHttpContext();
        context.RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        return (context.Response, body.ToArray());
    }

    public static async Task<JsonElement> Json(IResult result) => JsonSerializer.Deserialize<JsonElement>((await Of(result)).Body);
}
