using System.Globalization;
using Archive.Records;
using Archive.Transfer.Receipts;
using ArchiveFunctions.Records;
using ArchiveFunctions.Tests.Stories;
using ArchiveFunctions.Transfer.Receipts;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using EmbeddedHost.Receipts;
using EmbeddedHost.Storage;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ArchiveFunctions.Tests.Transfer.Receipts;

[Collection(StoryCollection.Name)]
public sealed class ReceiptBookTests(RunningArchive archive)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ReceiptBook Book => archive.Get<ReceiptBook>();

    [Fact]
    public async Task Each_receipt_of_an_agency_follows_the_one_before_it()
    {
        var agency = (await archive.NewAgency()).Code;
        foreach (var consignment in new[] { "first", "second", "third" })
            await Book.Issue(Handover.Of(agency, consignment), Handover.Accepted, Stop);

        await IsOneChain(agency, ["first", "second", "third"]);
        Assert.Equal($"{agency}/000003.json", (await Book.Find(agency, "third", Stop))!.Blob);
    }

    [Fact]
    public async Task A_consignment_issued_twice_has_the_receipt_it_got_first()
    {
        var agency = (await archive.NewAgency()).Code;
        var first = await Book.Issue(Handover.Of(agency, "once"), Handover.Accepted, Stop);
        var before = await Bytes(first);
        await Book.Issue(Handover.Of(agency, "another"), Handover.Accepted, Stop);

        var again = await Book.Issue(Handover.Of(agency, "once"), Handover.Accepted with { AcceptedBy = "Somebody else" }, Stop);

        Assert.Equal(first, again);
        Assert.Equal(before, await Bytes(again));
        await IsOneChain(agency, ["once", "another"]);
    }

    [Fact]
    public async Task Consignments_that_come_at_once_do_not_fork_the_chain()
    {
        var agency = (await archive.NewAgency()).Code;
        var names = Enumerable.Range(1, 8).Select(number => string.Create(CultureInfo.InvariantCulture, $"c-{number}")).ToList();
        var issued = await Task.WhenAll(names.Select(name => Book.Issue(Handover.Of(agency, name), Handover.Accepted, Stop)));

        Assert.Equal(Enumerable.Range(1, 8), issued.Select(receipt => receipt.Sequence).Order());
        var chain = await Book.Chain(agency, Stop);
        Assert.Equal(names, chain.Select(receipt => receipt.Consignment).Order());
        await IsOneChain(agency, [.. chain.Select(receipt => receipt.Consignment)]);
    }

    [Fact]
    public async Task One_consignment_that_comes_many_times_at_once_has_one_receipt()
    {
        var agency = (await archive.NewAgency()).Code;
        var issued = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Book.Issue(Handover.Of(agency, "same"), Handover.Accepted, Stop)));
        Assert.Single(issued.Distinct());
        await IsOneChain(agency, ["same"]);
    }

    [Fact]
    public async Task A_receipt_whose_answer_was_lost_on_the_way_is_not_written_again()
    {
        var agency = (await archive.NewAgency()).Code;
        var options = new BlobClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
        var losing = new LosesAnAnswer();
        options.AddPolicy(losing, HttpPipelinePosition.PerRetry);
        var book = new ReceiptBook(new HistoricalStorage(new BlobServiceClient(archive.Host.Storage.ConnectionString(StorageAccounts.Historical), options)), archive.Get<ReceiptKeys>());

        var issued = await book.Issue(Handover.Of(agency, "lost"), Handover.Accepted, Stop);

        Assert.True(losing.HasLost);
        Assert.Equal(1, issued.Sequence);
        await IsOneChain(agency, ["lost"]);
    }

    [Fact]
    public async Task What_would_not_verify_later_is_not_issued()
    {
        var agency = (await archive.NewAgency()).Code;
        await Assert.ThrowsAsync<ArgumentException>(() => Book.Issue(Handover.Of(agency, "empty") with { Items = [] }, Handover.Accepted, Stop));
        Assert.Empty(await Book.Chain(agency, Stop));
    }

    [Fact]
    public async Task The_verifier_believes_it_with_the_public_keys_beside_the_data_and_other_JOSE_software_does_too()
    {
        var agency = (await archive.NewAgency()).Code;
        var bytes = await Bytes(await Book.Issue(Handover.Of(agency, "jose"), Handover.Accepted, Stop));
        var published = ReceiptKeyFiles.PublicKeysIn(Path.Combine(archive.Host.Data, "keys"));
        var receipt = Assert.IsType<ReceiptReading.Read>(ReceiptReading.Of(bytes)).Receipt;
        Assert.Empty(ReceiptVerification.OfSignatures(receipt, PublicKeyFile.Read(await File.ReadAllTextAsync(published, Stop))!));

        var parameters = new TokenValidationParameters
        {
            IssuerSigningKeys = new JsonWebKeySet(await File.ReadAllTextAsync(published, Stop)).GetSigningKeys(),
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        };
        foreach (var half in new[] { receipt.Submission, receipt.Acceptance })
        {
            var verdict = await new JsonWebTokenHandler().ValidateTokenAsync($"{half.Protected}.{half.Payload}.{half.Signature}", parameters);
            Assert.True(verdict.IsValid, verdict.Exception?.Message);
        }
    }

    private async Task IsOneChain(AgencyCode agency, string[] consignments)
    {
        var chain = await Book.Chain(agency, Stop);
        Assert.Equal(consignments.Select((name, index) => new IssuedReceipt(agency, index + 1, name)), chain);

        byte[]? previous = null;
        IReadOnlyList<PublicKey> keys = [archive.Get<ReceiptKeys>().Agency.PublicKey, archive.Get<ReceiptKeys>().City.PublicKey];
        foreach (var issued in chain)
        {
            var file = await Bytes(issued);
            var receipt = Assert.IsType<ReceiptReading.Read>(ReceiptReading.Of(file)).Receipt;
            Assert.Empty(ReceiptVerification.OfSignatures(receipt, keys).Concat(ReceiptVerification.OfChain(receipt, previous)));
            Assert.Equal((issued.Sequence, issued.Consignment), (receipt.Accepted!.Chain.Sequence, receipt.Submitted!.Consignment));
            previous = file;
        }
    }

    private async Task<byte[]> Bytes(IssuedReceipt issued)
    {
        await using var file = await Book.Open(issued, Stop);
        return (await BinaryData.FromStreamAsync(file, Stop)).ToArray();
    }

    /// <summary>The service does what it is asked, and the answer to the first write never arrives.</summary>
    private sealed class LosesAnAnswer : HttpPipelinePolicy
    {
        public bool HasLost { get; private set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Receipts are written asynchronously.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            if (HasLost || message.Request.Method != RequestMethod.Put)
                return;

            HasLost = true;
            throw new IOException("The connection was lost.");
        }
    }
}
