using System.Net;
using System.Text;
using Archive.Records;
using ArchiveFunctions.Accession;
using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace ArchiveFunctions.Tests.Accession;

public sealed class DossierRegisterTests
{
    private static readonly Dossier Dossier = new(AgencyCode.Parse("H26"), "H26.01", "Hồ sơ", new Dictionary<string, string>(), "u", DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    public async Task A_refusal_that_does_not_go_away_is_told_after_some_tries(HttpStatusCode status)
    {
        using var service = new Refusing(status);
        using var http = new HttpClient(service);
        var options = new TableClientOptions { Retry = { MaxRetries = 0 }, Transport = new HttpClientTransport(http) };
        var register = new DossierRegister(new TableServiceClient(new Uri("https://tables.invalid"), new TableSharedKeyCredential("a", "YQ=="), options));

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        var refused = await Assert.ThrowsAnyAsync<RequestFailedException>(() =>
            register.Note(Dossier, [new DossierMember(1, "r1", null, "a.pdf")], supplements: false, patience.Token));

        Assert.Equal((int)status, refused.Status);
        Assert.InRange(service.Writes, 2, 50);
    }

    /// <summary>A table that has no rows and takes none.</summary>
    private sealed class Refusing(HttpStatusCode status) : HttpMessageHandler
    {
        public int Writes { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (request.Method == HttpMethod.Get)
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"value":[]}""", Encoding.UTF8, "application/json") });

            Writes++;
            var refusal = """{"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en-US","value":"No."}}}""";
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(refusal, Encoding.UTF8, "application/json") });
        }
    }
}
