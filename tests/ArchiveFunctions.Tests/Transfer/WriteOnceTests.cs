using System.Text;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer.Consignments;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace ArchiveFunctions.Tests.Transfer;

public sealed class WriteOnceTests
{
    [Theory]
    [InlineData("BlobAlreadyExists")]
    [InlineData("BlobImmutableDueToPolicy")]
    public async Task A_package_file_that_lies_there_is_left_whichever_way_the_service_says_so(string code)
    {
        var service = new Refusing(code);
        await Packages(service).Keep("a/1", new MemoryStream(Encoding.UTF8.GetBytes("the same")), "text/plain", TestContext.Current.CancellationToken);
        Assert.Equal(1, service.Asked);
    }

    [Fact]
    public async Task Any_other_refusal_is_a_failure() =>
        await Assert.ThrowsAsync<RequestFailedException>(() => Packages(new Refusing("ContainerBeingDeleted")).Keep("a/1", new MemoryStream([1]), "text/plain", TestContext.Current.CancellationToken));

    private static PreservedPackages Packages(Refusing service) => new(new HistoricalStorage(new BlobServiceClient(
        new Uri("https://history.invalid"), new BlobClientOptions { Retry = { MaxRetries = 0 }, Transport = new HttpClientTransport(new HttpClient(service)) })));

    /// <summary>The service, refusing every write with one code.</summary>
    private sealed class Refusing(string code) : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            Assert.Equal("*", request.Headers.GetValues("If-None-Match").Single());
            var refusal = new HttpResponseMessage(System.Net.HttpStatusCode.Conflict) { Content = new StringContent($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>No.</Message></Error>", Encoding.UTF8, "application/xml") };
            refusal.Headers.Add("x-ms-error-code", code);
            return Task.FromResult(refusal);
        }
    }
}
