using System.Net;
using System.Text.RegularExpressions;

namespace ArchiveFunctions.Tests.ReadingRoom.Leaks;

/// <summary>Everything a caller can tell two answers apart by, but the time.</summary>
internal sealed record Told(int Status, string Headers, string Body)
{
    public static async Task<Told> By(HttpClient client, string path, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request);
        var said = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "traceparent" or "Request-Id")).Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return new((int)answer.StatusCode, string.Join('\n', said), await answer.Content.ReadAsStringAsync());
    }

    /// <summary>With a word, wherever it stands and however it is escaped, replaced by a mark.</summary>
    public Told Without(string word) => new(Status, Headers.Replace(word, "•", StringComparison.OrdinalIgnoreCase), Body.Replace(word, "•", StringComparison.OrdinalIgnoreCase));

    /// <summary>Head and body as words, whatever way letters are escaped in them.</summary>
    public string Plain => WebUtility.HtmlDecode(Uri.UnescapeDataString(Regex.Unescape(Regex.Replace($"{Headers}\n{Body}", @"\\(?!u[0-9a-fA-F]{4})", " "))));

    public bool IsKeptByNobody => Regex.IsMatch(Headers, "(?m)^Cache-Control: .*no-store");
}
