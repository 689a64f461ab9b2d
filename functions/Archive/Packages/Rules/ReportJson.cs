using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.Packages.Rules;

/// <summary>A report as JSON: the same report gives the same bytes, at the agency's end and at the archive's.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The JSON in UTF-8, ended by a line break.</summary>
    public static byte[] Of(PackageReport report) => [.. JsonSerializer.SerializeToUtf8Bytes(Body(report), Json), (byte)'\n'];

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    /// <exception cref="JsonException">It did not.</exception>
    public static PackageReport Read(ReadOnlySpan<byte> json)
    {
        var body = JsonSerializer.Deserialize<ReportBody>(json, Json) ?? throw new JsonException("A report that is null.");
        return new PackageReport(
            body.Specification is { } code ? Specification.Find(code) : null, body.Package, body.Files, body.Bytes,
            [.. body.Findings.Select(one => new PackageFinding(one.Rule, one.Level, one.File, one.Where, one.Found, one.Expected))]) { Bag = body.Bag };
    }

    private static ReportBody Body(PackageReport report) => new(
        report.Specification?.Code, report.Name, report.Verdict, report.Bag, report.Files, report.Bytes,
        [.. report.Findings.Select(one => new FindingBody(one.RuleId, one.Level, one.File, one.Where, one.Found, one.Expected))]);

    private sealed record ReportBody(string? Specification, string Package, PackageVerdict Verdict, BagAnswers? Bag, int Files, long Bytes, IReadOnlyList<FindingBody> Findings);

    private sealed record FindingBody(string Rule, RuleLevel Level, string File, string Where, string Found, string Expected);
}
