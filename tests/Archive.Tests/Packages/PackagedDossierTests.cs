using System.Security.Cryptography;
using System.Xml.Linq;
using Archive.Packages;
using Archive.Packages.Rules;

namespace Archive.Tests.Packages;

/// <summary>What a package says to those who take it in.</summary>
public sealed class PackagedDossierTests
{
    private const string Rep = "representations/rep1/";

    [Fact]
    public async Task A_dossier_and_its_documents_are_said_verbatim_and_in_order()
    {
        var package = SamplePackages.Base("tt05-sip-dossier");
        var dossier = (await PackageCheck.TakeAsync(package, null, TestContext.Current.CancellationToken)).Dossier;
        var documents = await Documents(dossier);

        Assert.Equal((DescriptionKind.Dossier, "Hồ sơ kế hoạch chuyển đổi số năm 2023", 18, 6), (dossier.Kind, dossier.Title, dossier.Fields.Count, dossier.Count));
        Assert.Equal("12/2023", dossier.Fields["endDate"]);
        Assert.Equal(
            [PackagedKind.Document, PackagedKind.Document, PackagedKind.Photo, PackagedKind.Media, PackagedKind.Document, PackagedKind.Attachment],
            documents.Select(document => document.Kind));
        Assert.Equal([1, 2, 3, 4, 5, null], documents.Select(document => document.Ordinal));
        Assert.Equal(Enumerable.Range(1, 6), documents.Select(document => document.Place));
        Assert.Equal([21, 21, 17, 18, 21, 0], documents.Select(document => document.Fields.Count));
        Assert.Equal("Kế hoạch triển khai lưu trữ tài liệu điện tử", documents[0].Fields["subject"]);
        Assert.Equal([null, null, null, null, "H26.02.2022.07.TCNS.0000003", null], documents.Select(document => document.Identifier));
        Assert.Equal($"{package.Folder}/{documents[3].Path}", documents[3].Stored);
        Assert.Equal("audio/wav", documents[3].MediaType);
        Assert.All(documents, document => Assert.Equal(
            (package.Blobs[document.Path].LongLength, Convert.ToHexStringLower(SHA256.HashData(package.Blobs[document.Path]))),
            (document.Size, document.Digest?.Value)));
    }

    [Fact]
    public async Task What_was_taken_says_its_documents_again_without_their_being_read()
    {
        var package = SamplePackages.Base("tt05-sip-dossier");
        var dossier = (await PackageCheck.TakeAsync(package, null, TestContext.Current.CancellationToken)).Dossier;
        package.Opened.Clear();
        Assert.Equal((await Documents(dossier)).Select(Said), (await Documents(dossier)).Select(Said));
        Assert.DoesNotContain(package.Opened, path => path.Contains("/data/", StringComparison.Ordinal) && !path.EndsWith(".fetch.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_METS_joins_no_description_a_document_is_joined_to_the_one_that_bears_its_name_whatever_the_letters_case()
    {
        var package = SamplePackages.Base("tt05-sip-dossier");
        package.Edit(Rep + PackageNames.Mets, root =>
        {
            root.Descendants(BlobPackage.M + "div").Where(division => ((string?)division.Attribute("LABEL"))?.StartsWith("MetadataLink", StringComparison.Ordinal) == true).Remove();
            root.Descendants(BlobPackage.M + "file").Attributes("DMDID").Remove();
        });
        foreach (var path in package.Blobs.Keys.Where(path => path.Contains("EAD_doc", StringComparison.Ordinal)).ToArray())
        {
            package.Blobs[path.Replace("EAD_doc", "EAD_DOC", StringComparison.Ordinal)] = package.Blobs[path];
            package.Blobs.Remove(path);
        }

        var documents = await Documents((await PackageCheck.TakeAsync(package, null, TestContext.Current.CancellationToken)).Dossier);
        Assert.Equal([1, 2, 3, 4, 5, null], documents.Select(document => document.Ordinal));
    }

    [Fact]
    public async Task A_batch_says_its_five_fields()
    {
        var dossier = (await PackageCheck.TakeAsync(SamplePackages.Base("tt05-sip-batch"), null, TestContext.Current.CancellationToken)).Dossier;
        Assert.Equal((DescriptionKind.Batch, "Văn bản đi năm 2024", 2), (dossier.Kind, dossier.Title, dossier.Count));
        Assert.Equal(["fileCode", "title", "source", "totalDoc", "description"], dossier.Fields.Keys);
    }

    [Theory]
    [InlineData("sip")]
    [InlineData("csip-no-representation")]
    [InlineData("sip-nested")]
    public async Task A_package_of_E_ARK_says_what_its_METS_says_of_each_document(string name)
    {
        var package = SamplePackages.Base(name);
        var dossier = (await PackageCheck.TakeAsync(package, null, TestContext.Current.CancellationToken)).Dossier;
        var documents = await Documents(dossier);
        Assert.Equal((DescriptionKind.Other, "Hồ sơ tuyển dụng viên chức năm 2022"), (dossier.Kind, dossier.Title));
        Assert.Equal("Sở Nội vụ", dossier.Fields["creator"]);
        Assert.Equal([$"{Rep}data/thong-bao.pdf", $"{Rep}data/danh-sach.txt"], documents.Select(document => document.Path));
        Assert.Equal(["application/pdf", "text/plain"], documents.Select(document => document.MediaType));
        Assert.All(documents, document => Assert.Equal(package.Blobs[document.Path].LongLength, document.Size));

        package.Edit(PackageNames.Mets, root => root.Attribute("LABEL")!.Remove());
        Assert.Equal("Hồ sơ tuyển dụng viên chức", (await PackageCheck.TakeAsync(package, null, TestContext.Current.CancellationToken)).Dossier.Title);
    }

    [Fact]
    public async Task What_cannot_be_read_is_left_out_and_nothing_is_fetched()
    {
        var package = SamplePackages.Base("tt05-sip-dossier");
        package.Blobs["metadata/descriptive/EAD.xml"] = "<!DOCTYPE simpledc [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><simpledc><title>&x;</title></simpledc>"u8.ToArray();
        package.Blobs[Rep + "metadata/descriptive/EAD_doc_H26.02.2023.01.TCNS.1.xml"] = "<simpledc"u8.ToArray();
        package.Edit(Rep + PackageNames.Mets, root => root.Descendants(BlobPackage.M + "FLocat").First().SetAttributeValue(BlobPackage.X + "href", "../../../outside.pdf"));
        var dossier = (await PackageCheck.TakeAsync(package, null, TestContext.Current.CancellationToken)).Dossier;
        Assert.Equal(("Hồ sơ kế hoạch chuyển đổi số năm 2023", 0, 5), (dossier.Title, dossier.Fields.Count, dossier.Count));
        Assert.Equal(2, (await Documents(dossier))[0].Ordinal);
    }

    private static async Task<List<PackagedDocument>> Documents(PackagedDossier dossier)
    {
        var documents = new List<PackagedDocument>();
        await foreach (var document in dossier.DocumentsAsync(TestContext.Current.CancellationToken))
            documents.Add(document);
        return documents;
    }

    private static string Said(PackagedDocument document) => $"{document with { Fields = new Dictionary<string, string>() }} {string.Join('|', document.Fields)}"
        .Replace(typeof(Dictionary<string, string>).ToString(), "", StringComparison.Ordinal);
}
