using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace EmbeddedHost.Search;

/// <summary>An answer as the search service words it, made in memory.</summary>
internal sealed class SearchAnswer : Response
{
    /// <summary>Vietnamese letters are written as themselves: the answer is JSON for a program, never markup.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpHeader[] headers;

    private SearchAnswer(int status, string mediaType, byte[] body)
    {
        Status = status;
        ContentStream = new MemoryStream(body, writable: false);
        headers = [new("Content-Type", mediaType), new("Content-Length", body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <inheritdoc/>
    public override int Status { get; }

    /// <inheritdoc/>
    public override string ReasonPhrase => ((System.Net.HttpStatusCode)Status).ToString();

    /// <inheritdoc/>
    public override Stream? ContentStream { get; set; }

    /// <inheritdoc/>
    public override string ClientRequestId { get; set; } = "";

    /// <summary>An answer without a body.</summary>
    public static SearchAnswer Empty(int status) => new(status, "application/json", []);

    /// <summary>A bare number, as <c>$count</c> gives it.</summary>
    public static SearchAnswer Digits(int number) =>
        new(200, "text/plain", Encoding.ASCII.GetBytes(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>A JSON object whose members the caller writes.</summary>
    public static SearchAnswer Json(int status, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new(status, "application/json; charset=utf-8", buffer.WrittenSpan.ToArray());
    }

    /// <summary>The service's error shape.</summary>
    public static SearchAnswer Error(Refusal refusal) => Json(refusal.Status, json =>
    {
        json.WriteStartObject("error");
        json.WriteString("code", refusal.Code);
        json.WriteString("message", refusal.Message);
        json.WriteEndObject();
    });

    /// <inheritdoc/>
    public override void Dispose() => ContentStream?.Dispose();

    /// <inheritdoc/>
    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    /// <inheritdoc/>
    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers;

    /// <inheritdoc/>
    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null;
    }

    /// <inheritdoc/>
    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
