using Archive.Description;
using Archive.Description.Formats;
using ArchiveFunctions.Description;

namespace ArchiveFunctions.Tests.Description;

/// <summary>Reads bytes as the pipeline does.</summary>
internal static class Reading
{
    public static readonly FormatIdentity Pdf = new("fmt/276", "PDF", "application/pdf", FormatFamily.Pdf);
    public static readonly FormatIdentity Word = new("fmt/412", "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", FormatFamily.WordDocument);
    public static readonly FormatIdentity Sheet = new("fmt/214", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FormatFamily.Spreadsheet);

    private static readonly ReadingLimits Patient = new(TimeSpan.FromMinutes(10));

    public static Task<DocumentReading> Read(this byte[] bytes, FormatIdentity format, ReadingLimits? limits = null, Func<string, (string, bool)>? convert = null) =>
        new DocumentReader(TimeProvider.System, convert ?? (text => (text, false)), limits ?? Patient)
            .ReadAsync(new MemoryStream(bytes, writable: false), bytes.Length, format, TestContext.Current.CancellationToken);

    public static Task<DocumentReading> ReadAs(this byte[] bytes, string name) => bytes.Read(FormatIdentification.Identify(bytes, default, name));

    public static IEnumerable<string> Codes(this DocumentReading reading) => reading.Findings.Select(finding => finding.Code);
}
