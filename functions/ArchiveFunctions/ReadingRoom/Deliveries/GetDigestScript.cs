using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>The one script of the page of verification, from our own origin: the page's policy allows no other.</summary>
public sealed class GetDigestScript
{
    private static readonly byte[] Script = Read();
    private static readonly EntityTagHeaderValue Tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Script))}\"");

    /// <summary>Answers it.</summary>
    [Function(nameof(GetDigestScript))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reading-room/digest.js")] HttpRequest request)
    {
        SafeHeaders.Put(request.HttpContext);
        request.HttpContext.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(Script, "text/javascript; charset=utf-8", entityTag: Tag);
    }

    private static byte[] Read()
    {
        using var file = typeof(GetDigestScript).Assembly.GetManifestResourceStream("digest.js") ?? throw new InvalidOperationException("digest.js is not in the assembly.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
