using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Archive.Accession;
using Archive.Description;
using Archive.Packages;
using Archive.Packages.Rules;
using Archive.Packages.Submitting;
using Archive.Records;
using CsCheck;

namespace Archive.Tests.Packages;

/// <summary>
/// From the submission to the reader: whatever an agency submits, its archival package and the package a reader gets hold every byte of its documents and every field
/// of their descriptions, and each of the three packages is without a finding.
/// </summary>
public sealed partial class RoundTripTests
{
    private const string ArcDocCode = "arcDocCode";

    private static readonly string[] DroppedInArchive = [Field.DocId, Field.Maintenance, Field.RiskRecovery, Field.RiskRecoveryStatus];

    /// <summary>
    /// The fields of a submission for which a package's data set has no place, by TT 05/2025's tables. They are in PREMIS. All others are in the descriptive
    /// file under their own names; of a code that is called <c>arcDocCode</c> there, the assigned one is in PREMIS too.
    /// </summary>
    private static readonly Dictionary<(PackageKind Package, PackagedKind Document), (string[] Fields, string Source)> OnlyInPremis = new()
    {
        [(PackageKind.Dossier, PackagedKind.Document)] = (DroppedInArchive, "annex I, EAD_doc of an AIP: 19 fields"),
        [(PackageKind.LooseBatch, PackagedKind.Document)] = (DroppedInArchive, "annex II, the same"),
        [(PackageKind.Dissemination, PackagedKind.Document)] = ([Field.OrganName, Field.DocCode], "annex V, EAD_doc of a DIP: 20 fields, no issuer; the code is arcDocCode"),
        [(PackageKind.Dossier, PackagedKind.Photo)] = ([], "annex I, EAD_pic: 18 fields"),
        [(PackageKind.LooseBatch, PackagedKind.Photo)] = ([Field.DocCode], "annex II, EAD_pic: the code is arcDocCode"),
        [(PackageKind.Dissemination, PackagedKind.Photo)] = ([Field.DocCode], "annex V, EAD_pic: the code is arcDocCode"),
        [(PackageKind.Dossier, PackagedKind.Media)] = ([], "annex I, EAD_media: 19 fields"),
        [(PackageKind.LooseBatch, PackagedKind.Media)] = ([Field.DocCode], "annex II, EAD_media: the code is arcDocCode"),
        [(PackageKind.Dissemination, PackagedKind.Media)] = ([Field.DocCode], "annex V, EAD_media: the code is arcDocCode"),
    };

    /// <summary>A batch has 5 fields in a submission (annex IV) and 4 in the archive (annex II): the documents are counted. A dossier has 18 in both (annexes III and I).</summary>
    private static readonly string[] OnlyInSubmittedBatch = ["totalDoc"];

    private static readonly XNamespace P = "http://www.loc.gov/premis/v3";

    private static readonly IReadOnlyDictionary<string, string> Request = new Dictionary<string, string>
    {
        ["requestID"] = "q0001", ["requestDate"] = "20/05/2026", ["purpose"] = "02", ["purposeContent"] = "Tra cứu <lịch sử> & địa chí", ["feeObjectType"] = "10",
    };

    [Fact]
    public Task Every_byte_and_every_field_of_a_submission_are_in_the_archival_package_and_in_what_a_reader_gets() => Gen.Select(Submitted.Any, Gen.Bool).SampleAsync(
        async (submitted, coded) =>
        {
            var submission = await Sent(submitted);
            var taken = await Sound(submission, Specification.CircularSip);
            var records = await TakenIn(submission, taken.Dossier);
            Compare(submitted, records);

            var kind = submitted.Plan.IsDossier ? PackageKind.Dossier : PackageKind.LooseBatch;
            var archiveCode = coded ? "H26.99" : null;
            var archived = Plan(submitted.Plan, kind, records, taken.Dossier.Fields) with { ArchiveCode = archiveCode };
            var archival = await Written(archived, records);
            var kept = await Sound(archival, Specification.CircularAip);
            CompareWhole(submitted.Plan, archived, kept.Dossier.Fields);
            await Compare(submitted, archived, archival, kept.Dossier);

            var given = Plan(submitted.Plan, PackageKind.Dissemination, records, Request) with { ArchiveCode = archiveCode, FileCode = null };
            var dissemination = await Written(given, records);
            dissemination.Beside["giay-xac-thuc.pdf"] = "%PDF-1.7"u8.ToArray();
            var read = await Sound(dissemination, Specification.CircularDip);
            Assert.Equal(Request, read.Dossier.Fields);
            await Compare(submitted, given, dissemination, read.Dossier);
        },
        iter: 60);

    private static async Task<BlobPackage> Sent(Submitted submitted)
    {
        var blobs = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await SipWriter.WriteAsync(
            submitted.Plan,
            Parcels.Created,
            Parcels.Software,
            (document, _) => Task.FromResult<(Stream, string)>((new MemoryStream(submitted.Contents[int.Parse(document.Source, CultureInfo.InvariantCulture)]), "application/octet-stream")),
            Parcels.Into(blobs),
            CancellationToken.None);
        return new BlobPackage(submitted.Plan.ObjectId, blobs);
    }

    /// <summary>The package as it is read; the check finds nothing, and every description is valid by the schema that lies in the package for it.</summary>
    private static async Task<TakenPackage> Sound(BlobPackage package, Specification specification)
    {
        var taken = await PackageCheck.TakeAsync(package, null, CancellationToken.None);
        Assert.Empty(taken.Report.Findings);
        Assert.Equal(specification, taken.Report.Specification);
        foreach (var (path, bytes) in package.Blobs.Where(blob => PackagePaths.KindOf(blob.Key) == XmlKind.Description))
        {
            var schemas = new XmlSchemaSet { XmlResolver = null };
            var name = Prefix().Match(path).Value;
            using var schema = XmlReader.Create(new MemoryStream(package.Blobs[$"schemas/{name}.xsd"]));
            schemas.Add(null, schema);
            XDocument.Load(new MemoryStream(bytes)).Validate(schemas, (_, problem) => Assert.Fail($"{path}: {problem.Message}"));
            Assert.True(schemas.Contains(XDocument.Load(new MemoryStream(bytes)).Root!.Name.NamespaceName), path);
        }

        return taken;
    }

    /// <summary>The submission's documents as the archive takes them in: their bytes, and what is said of them.</summary>
    private static async Task<List<Taken>> TakenIn(BlobPackage submission, PackagedDossier dossier)
    {
        var records = new List<Taken>();
        await foreach (var document in dossier.DocumentsAsync(CancellationToken.None))
        {
            var read = Assert.IsType<SidecarReading.Read>(Sidecar.Parse(PackagedStatement.Of(dossier.Fields, document)));
            Assert.Empty(read.Findings);
            Assert.Equal(document.Digest, read.DeclaredDigest);
            using var bytes = new MemoryStream();
            await using (var content = await submission.OpenAsync(document.Stored, CancellationToken.None))
                await content.CopyToAsync(bytes);
            var id = RecordId.ForContent(Parcels.Agency, document.Digest!.Value);
            var record = new PackagedRecord(id, id.Value, new Content(1, document.Digest.Value, document.Size, Parcels.Pdf, UploadName.FileOf(document.Path)));
            records.Add(new Taken(record, new RecordDescription(read.Statements), bytes.ToArray()));
        }

        return records;
    }

    private static PackagePlan Plan(SubmissionPlan submitted, PackageKind kind, List<Taken> records, IReadOnlyDictionary<string, string> whole) => new(
        new Guid("0b3c1b52-7a0e-4d7a-9b57-0a1c2d3e4f50"), kind, submitted.AgencyCode, submitted.AgencyName, submitted.SubmissionCode, Parcels.Created,
        submitted.Fields["title"], submitted.FileCode, [.. records.Select(one => one.Record)])
    { Described = kind == PackageKind.Dissemination ? whole : DossierFields.Of(kind == PackageKind.Dossier ? DescriptionKind.Dossier : DescriptionKind.Batch, whole, records.Count) };

    private static async Task<BlobPackage> Written(PackagePlan plan, List<Taken> records)
    {
        var blobs = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var said = records.ToDictionary(one => one.Record.Id);
        var sources = new PackageSources((id, _) => Task.FromResult(said[id].Said), (_, _) => Task.FromResult(Parcels.Journal));
        foreach (var file in await AipWriter.WriteAsync(plan, sources, Parcels.Software, Parcels.Into(blobs), CancellationToken.None))
        {
            if (file.Content is { } record)
                blobs.Add(file.Path, said[record].Bytes);
        }

        return new BlobPackage(PackageNames.Folder(plan.Id), blobs);
    }

    private static void Compare(Submitted submitted, List<Taken> records)
    {
        Assert.Equal(submitted.Contents, records.Select(one => one.Bytes));
        foreach (var (document, record) in submitted.Plan.Documents.Zip(records))
            Assert.All(document.Fields, field => Assert.Equal((field.Key, AsHeld(field.Value)), (field.Key, record.Said.Value(field.Key))));
    }

    /// <summary>A dossier's or a batch's own words are not composed: they stand as the agency wrote them. Nothing is there that was not submitted.</summary>
    private static void CompareWhole(SubmissionPlan submitted, PackagePlan plan, IReadOnlyDictionary<string, string> described)
    {
        foreach (var (field, value) in submitted.Fields)
        {
            if (plan.Kind == PackageKind.LooseBatch && OnlyInSubmittedBatch.Contains(field))
                Assert.False(described.ContainsKey(field));
            else if (field == Field.FileCode)
                Assert.Equal(Archival(plan, value), described["arcFileCode"]);
            else
                Assert.Equal((field, value), (field, described.GetValueOrDefault(field)));
        }

        Assert.Empty(described.Keys.Except(submitted.Fields.Keys).Except(["arcFileCode"]));
    }

    private static async Task Compare(Submitted submitted, PackagePlan plan, BlobPackage package, PackagedDossier dossier)
    {
        var local = XDocument.Load(new MemoryStream(package.Blobs[PackageNames.RepresentationPreservation])).Root!.Elements(P + "object").Where(one => one.Descendants(P + "contentLocationValue").Any())
            .ToDictionary(
                one => one.Descendants(P + "contentLocationValue").Single().Value,
                one => one.Elements(P + "significantProperties").ToDictionary(kept => kept.Element(P + "significantPropertiesType")!.Value, kept => kept.Element(P + "significantPropertiesValue")!.Value));
        var at = 0;
        await foreach (var document in dossier.DocumentsAsync(CancellationToken.None))
        {
            var sent = submitted.Plan.Documents[at];
            Assert.Equal((sent.Kind, at + 1, at + 1), (document.Kind, document.Place, document.Ordinal));
            Assert.Equal(submitted.Contents[at], package.Blobs[document.Path]);
            Assert.Equal(Sha256Digest.Of(SHA256.HashData(submitted.Contents[at])), document.Digest);
            Compare(sent, submitted.Plan.Fields, plan, document.Fields, local[document.Path]);
            at++;
        }

        Assert.Equal(submitted.Plan.Documents.Count, at);
    }

    private static void Compare(SubmittedDocument sent, IReadOnlyDictionary<string, string> whole, PackagePlan plan, IReadOnlyDictionary<string, string> described, IReadOnlyDictionary<string, string> kept)
    {
        var (onlyInPremis, source) = OnlyInPremis[(plan.Kind, sent.Kind)];
        foreach (var (field, value) in sent.Fields)
        {
            var (there, elsewhere) = onlyInPremis.Contains(field) ? (kept, described) : (described, kept);
            Assert.True(there.TryGetValue(field, out var found) && found == AsHeld(value), $"{field} of a {sent.Kind} in a {plan.Kind} ({source}): '{found}' for '{value}'");
            Assert.False(elsewhere.ContainsKey(field), $"{field} of a {sent.Kind} in a {plan.Kind} ({source}) is there twice");
        }

        // What is there beside is taken over from the dossier or worked out; nothing else is.
        var code = sent.Fields[Field.DocCode];
        var added = described.Where(field => !sent.Fields.ContainsKey(field.Key));
        Assert.All(added, field => Assert.Equal(
            (field.Key, field.Key switch
            {
                "arcFileCode" => Archival(plan, code[..^8]),
                ArcDocCode => Archival(plan, code),
                "docOrdinal" => code[^7..].TrimStart('0'),
                Field.Process => "0",
                _ => DescriptionForm.FromDossier.Contains(field.Key) ? whole.GetValueOrDefault(field.Key) : null,
            }), (field.Key, field.Value)));
    }

    private static string Archival(PackagePlan plan, string code) => plan.ArchiveCode is null ? code : $"{plan.ArchiveCode}.{code}";

    /// <summary>What is said of a document is held composed (NFC), each run of blanks as one: so it stands in every package made of it.</summary>
    private static string AsHeld(string submitted) => Blanks().Replace(submitted.Normalize(NormalizationForm.FormC), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("EAD(_doc|_pic|_media)?(?=[_.])")]
    private static partial Regex Prefix();

    /// <summary>A document as the archive holds it.</summary>
    private sealed record Taken(PackagedRecord Record, RecordDescription Said, byte[] Bytes);
}
