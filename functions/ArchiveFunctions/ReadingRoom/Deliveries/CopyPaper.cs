using System.Globalization;
using Archive.Catalogue;
using Archive.Description;
using Archive.ReadingRoom.Deliveries;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Deliveries.Pdf;
using ArchiveFunctions.ReadingRoom.Pages;

namespace ArchiveFunctions.ReadingRoom.Deliveries;

/// <summary>The words on copies. They are Vietnamese whoever asks: the copy is a document of a Vietnamese archive.</summary>
internal static class CopyPaper
{
    private const double FootSize = 11;
    private const double CodeSize = 8;
    private static readonly PageWords Words = new(Resources.Words.Vietnamese);

    /// <summary>What is said of a record on its copy.</summary>
    /// <param name="record">The record.</param>
    /// <param name="request">The request.</param>
    /// <param name="archive">The archive that has custody.</param>
    public static CopiedItem Item(ArchiveRecord record, CopyRequest request, string archive)
    {
        string? Said(string field) => record.Description.Value(field) is { Length: > 0 } value ? value : null;
        return new CopiedItem(
            archive,
            Said(Field.DocCode) ?? record.Id.Value,
            Dates.Number(Said(Field.CodeNumber), Said(Field.CodeNotation)),
            Said(Field.TypeName),
            RecordView.TitleOf(record),
            request.Purpose,
            request.Copies,
            record.Content.Digest.Value);
    }

    /// <summary>The marks of a copy (TT 05/2025 Đ37, Đ40, Đ41).</summary>
    public static Marks Marks(Delivery delivery, CopiedItem item, DeliverySettings settings, CopySigner signer) => new(
        delivery.Code is null ? [(item.Archive, FootSize)] : [(item.Archive, FootSize), (Words["authentication.foot", Printed(delivery.Code), settings.VerificationPage], CodeSize)],
        delivery.Product is CopyProduct.UnauthenticatedCopy or CopyProduct.AuthenticatedCopy,
        delivery.IsAuthenticated ? signer : null,
        delivery.BegunAt);

    /// <summary>
    /// The authentication file of an authenticated copy: the eleven items of TT 05/2025's annex on DIP, the digest of the original, and where it can be
    /// verified. For a copy that is not authenticated, what it is a copy of.
    /// </summary>
    public static byte[] Sheet(Delivery delivery, CopiedItem item, CopyRequest request, DeliverySettings settings)
    {
        (string Label, string? Value)[] always =
        [
            ("archive", item.Archive),
            ("original", item.ArchivalCode),
            ("number", item.Number),
            ("type", item.Type is { } code ? SearchView.TypeName(code, Words) : null),
            ("title-of", item.Title),
            ("purpose", Words.OfCode("authentication.purpose", item.Purpose)),
            ("issued", Dates.Spoken(DateOnly.FromDateTime(VietnamTime.At(delivery.BegunAt).DateTime))),
            ("until", Dates.Spoken(delivery.UseUntil)),
            ("copies", item.Copies.ToString(CultureInfo.InvariantCulture)),
            ("digest", item.OriginalSha256),
        ];
        (string, string?)[] lines = delivery.Code is null ? always :
        [
            ("code", Printed(delivery.Code)),
            .. always[..1],
            ("recipient", $"{request.ReaderName}, {request.PersonalId}"),
            .. always[1..],
            ("verify", settings.VerificationPage),
        ];
        return SheetPages.Set(
            Words[delivery.IsAuthenticated ? "authentication.title" : "authentication.copy-title"],
            lines.Where(line => !string.IsNullOrEmpty(line.Item2)).Select(line => (Words[$"authentication.{line.Item1}"], line.Item2!)));
    }

    /// <summary>A stored code as it is printed.</summary>
    public static string Printed(string code) => VerificationCode.Read(code) is CodeReading.Sound sound ? sound.Code.ToString() : code;
}
