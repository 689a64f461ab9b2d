using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Core;

namespace EmbeddedHost.Search;

/// <summary>A REST call: which index, which document, what to do. Names stand in the path in quotes and parentheses, as OData writes them.</summary>
internal sealed partial record SearchCall(string Method, Uri Uri, string? Index, string? Document, string Operation, Request Request)
{
    /// <summary>Takes a call apart. <see cref="Operation"/> is what remains of the path without names.</summary>
    public static SearchCall Of(Request request)
    {
        var uri = request.Uri.ToUri();
        var match = Route().Match(uri.AbsolutePath);
        return new(request.Method.Method, uri, Name(match.Groups["index"]), Name(match.Groups["document"]), match.Success ? Operate(match) : uri.AbsolutePath, request);
    }

    /// <summary>The JSON body of the call.</summary>
    public JsonDocument Body(int longest = int.MaxValue)
    {
        using var bytes = new MemoryStream();
        Request.Content?.WriteTo(bytes, CancellationToken.None);
        if (bytes.Length > longest)
            throw new Refusal(413, "", $"The request is larger than {longest} bytes.");
        try
        {
            return JsonDocument.Parse(bytes.ToArray());
        }
        catch (JsonException malformed)
        {
            throw Refusal.Invalid($"The request body is not valid JSON: {malformed.Message}");
        }
    }

    /// <summary>A header of the call, or null.</summary>
    public string? Header(string name) => Request.Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>A value of the query string, or null.</summary>
    public string? Option(string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Uri.Query).TryGetValue(name, out var value) ? value.ToString() : null;

    [GeneratedRegex(@"^/indexes(?:\('(?<index>[^']+)'\))?(?<rest>(?:/docs)?)(?:\('(?<document>[^']+)'\))?(?<verb>(?:/(?:[a-z.$]+))?)$")]
    private static partial Regex Route();

    private static string? Name(Group group) => group.Success ? Uri.UnescapeDataString(group.Value) : null;

    private static string Operate(Match match) =>
        $"indexes{(match.Groups["index"].Success ? "/{}" : "")}{match.Groups["rest"].Value}{(match.Groups["document"].Success ? "/{}" : "")}{match.Groups["verb"].Value}";
}
