using System.Globalization;
using System.IO.Compression;
using System.Text;
using Archive.Packages;
using Archive.Packages.Submitting;
using Benchmarks.Documents;

namespace Benchmarks.Dossiers;

/// <summary>A submission package (SIP_hoso) of so many small PDFs, as a ZIP.</summary>
internal static class MadeSubmission
{
    private const string FileCode = "H26.02.2024.01";
    private static readonly DateTimeOffset Made = new(2026, 11, 28, 8, 0, 0, TimeSpan.FromHours(7));

    public static async Task AsZipAsync(string path, int documents, CancellationToken stop)
    {
        await using var target = File.Create(path);
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, stop);
        var plan = Plan(documents);
        await SipWriter.WriteAsync(plan, Made, new PackagingSoftware("Benchmarks", "1.0"), OpenAsync, (part, storing) => StoreAsync(zip, $"{plan.ObjectId}/{part.Path}", part, storing), stop);
    }

    private static SubmissionPlan Plan(int documents) => new(
        IsDossier: true, "H26.02", "Sở Nội vụ", "NL.H26.02.2026.01",
        new Dictionary<string, string>
        {
            ["fileCode"] = FileCode, ["title"] = "Hồ sơ về nộp lưu tài liệu", ["maintenance"] = "01", ["mode"] = "01", ["language"] = "01", ["startDate"] = "02/01/2024", ["endDate"] = "30/12/2024",
            ["totalDoc"] = Number(documents), ["numberOfPage"] = Number(3 * documents), ["confidenceLevel"] = "01", ["riskRecovery"] = "0",
        },
        [.. Enumerable.Range(1, documents).Select(Document)]);

    private static SubmittedDocument Document(int number) => new(
        PackagedKind.Document, Number(number), Number(number), $"{FileCode}.{number}.pdf",
        new Dictionary<string, string>
        {
            ["docId"] = $"{FileCode}.{number}", ["docCode"] = string.Create(CultureInfo.InvariantCulture, $"{FileCode}.{number:D7}"), ["maintenance"] = "01", ["typeName"] = "02", ["codeNumber"] = Number(number),
            ["codeNotation"] = "QĐ-SNV", ["issuedDate"] = "15/03/2024", ["organName"] = "Sở Nội vụ", ["subject"] = $"Về việc nộp lưu tài liệu số {number}", ["language"] = "01", ["numberOfPage"] = "3",
            ["mode"] = "01", ["confidenceLevel"] = "01", ["process"] = "0", ["riskRecovery"] = "0",
        });

    private static Task<(Stream Content, string MediaType)> OpenAsync(SubmittedDocument document, CancellationToken stop) =>
        Task.FromResult<(Stream, string)>((new MemoryStream(SmallPdf.Of(int.Parse(document.Source, CultureInfo.InvariantCulture)), writable: false), "application/pdf"));

    private static async Task StoreAsync(ZipArchive zip, string name, PackagePart part, CancellationToken stop)
    {
        await using var target = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(stop);
        await part.WriteTo(target, stop);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
