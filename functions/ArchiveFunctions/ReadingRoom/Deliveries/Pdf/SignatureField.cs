using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Archive.Catalogue;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ArchiveFunctions.ReadingRoom.Deliveries.Pdf;

/// <summary>
/// The archive's signature in a revision (ISO 32000-1, 12.8; ETSI EN 319 142-1, baseline B-B): the field with its look, and a hole that is filled when all
/// the bytes around it stand.
/// </summary>
internal sealed class SignatureField(PdfDocument document, PdfRevision revision, CopySigner signer)
{
    private const int HoleDigits = 32 * 1024;
    private const string RangePlace = "[0 0000000000 0000000000 0000000000]";
    private static readonly NameToken AcroForm = NameToken.Create("AcroForm");
    private static readonly NameToken Annots = NameToken.Create("Annots");
    private readonly IndirectReference widget = revision.Reserve();
    private readonly IndirectReference value = revision.Reserve();
    private long range;
    private long hole;

    /// <summary>The page with the field on it.</summary>
    public DictionaryToken PutOn(DictionaryToken page) => page.With(
        Annots, new ArrayToken([.. (document.Resolve(page, Annots) as ArrayToken)?.Data ?? [], new IndirectReferenceToken(widget)]));

    /// <summary>Writes the field, its look and its empty value.</summary>
    /// <param name="look">What it looks like.</param>
    /// <param name="page">The page it stands on.</param>
    /// <param name="place">Where, in the page's coordinates.</param>
    /// <param name="reason">What is signed for.</param>
    /// <param name="at">When.</param>
    public void Write(Stamp look, PageObject page, double[] place, string reason, DateTimeOffset at)
    {
        var shown = look.AddTo(revision, page.Geometry.Turn);
        revision.Write(widget, Tokens.Dictionary(
            ("Type", NameToken.Create("Annot")),
            ("Subtype", NameToken.Create("Widget")),
            ("FT", NameToken.Create("Sig")),
            ("T", new StringToken($"archive-copy-{value.ObjectNumber.ToString(CultureInfo.InvariantCulture)}")),
            ("V", new IndirectReferenceToken(value)),
            ("P", new IndirectReferenceToken(page.Reference)),
            ("F", new NumericToken(132)), // Printed, and locked.
            ("Rect", Tokens.Numbers(place)),
            ("AP", Tokens.Dictionary(("N", shown)))));

        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:{VietnamTime.At(at):yyyyMMddHHmmss}+07'00')/Name {Unicode(signer.Name)}/Reason {Unicode(reason)}/ByteRange ");
        var begins = revision.Write(value, body => body.Write(Encoding.ASCII.GetBytes($"{said}{RangePlace}/Contents <{new string('0', HoleDigits)}>>>")));
        range = begins + said.Length;
        hole = range + RangePlace.Length + "/Contents ".Length;
        Register();
    }

    /// <summary>Signs the finished file.</summary>
    public void Fill(Stream file)
    {
        var (behind, size) = (hole + HoleDigits + 2, file.Length);
        var numbers = string.Create(CultureInfo.InvariantCulture, $"[0 {hole} {behind} {size - behind}]").PadRight(RangePlace.Length);
        Put(file, range, numbers.Length == RangePlace.Length ? numbers : throw new InvalidDataException("The file is too large to be signed."));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Digest(file, 0, hole, hash);
        Digest(file, behind, size - behind, hash);
        var signature = Convert.ToHexString(signer.Sign(hash.GetHashAndReset()));
        Put(file, hole + 1, signature.Length <= HoleDigits ? signature : throw new InvalidDataException($"The signature takes {signature.Length} digits."));
    }

    /// <summary>Names the field in the document's form, beside those that are there; none of them is to be rewritten from now on (<c>SigFlags</c> 3).</summary>
    private void Register()
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        var form = document.Resolve(catalog, AcroForm) as DictionaryToken ?? Tokens.Dictionary();
        var fields = (document.Resolve(form, NameToken.Create("Fields")) as ArrayToken)?.Data ?? [];
        form = form.With(NameToken.Create("Fields"), new ArrayToken([.. fields, new IndirectReferenceToken(widget)])).With(NameToken.Create("SigFlags"), new NumericToken(3));
        revision.Write(document.Structure.Trailer.Root, catalog.With(AcroForm, form));
    }

    private static void Put(Stream file, long place, string text)
    {
        file.Position = place;
        file.Write(Encoding.ASCII.GetBytes(text));
    }

    private static void Digest(Stream file, long from, long length, IncrementalHash hash)
    {
        var block = new byte[256 * 1024];
        file.Position = from;
        while (length > 0)
        {
            var read = file.Read(block, 0, (int)Math.Min(length, block.Length));
            if (read == 0)
                throw new EndOfStreamException();
            hash.AppendData(block, 0, read);
            length -= read;
        }
    }

    /// <summary>A text string in UTF-16, in hexadecimal.</summary>
    private static string Unicode(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
