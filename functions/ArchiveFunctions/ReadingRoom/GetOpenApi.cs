using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>Programmers ask how to talk to the archive.</summary>
public sealed class GetOpenApi
{
    private static readonly byte[] Description = Read();

    /// <summary>Answers the description of the API (OpenAPI 3.1).</summary>
    [Function(nameof(GetOpenApi))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request)
    {
        SafeHeaders.Put(request.HttpContext);
        return Results.Bytes(Description, "application/json; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var stream = typeof(GetOpenApi).Assembly.GetManifestResourceStream("ArchiveFunctions.ReadingRoom.openapi.json")
            ?? throw new InvalidOperationException("The description of the API is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
