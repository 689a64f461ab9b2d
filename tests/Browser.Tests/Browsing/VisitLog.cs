using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Browser.Tests.Browsing;

/// <summary>What a browser asked for and complained of while a page was open.</summary>
internal sealed class VisitLog
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<IRequest> requests = new();
    private readonly Uri site;
    private readonly Uri storage;

    public VisitLog(IBrowserContext context, Uri site, Uri storage)
    {
        (this.site, this.storage) = (site, storage);
        context.Request += (_, request) => Note(request);
        context.Console += (_, message) => Note(message);
        context.WebError += (_, error) => complaints.Enqueue($"script: {error.Error}");
    }

    /// <summary>Errors in the console (refusals of the content security policy are among them), errors of scripts, and requests to other places than the archive.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>What was asked of the archive, in order.</summary>
    public IReadOnlyList<IRequest> Requests => [.. requests];

    private void Note(IRequest request)
    {
        var address = new Uri(request.Url);
        if (address.Scheme is not ("http" or "https"))
            return; // The browser's own reader for PDF comes from the browser.
        requests.Enqueue(request);
        if (address.Authority != site.Authority && !IsUpload(request, address))
            complaints.Enqueue($"a request to another place: {request.Url}");
    }

    /// <summary>The page that sends files puts them straight into the archive's own storage; no other page goes there, and this one does nothing else there.</summary>
    private bool IsUpload(IRequest request, Uri address) =>
        address.Authority == storage.Authority && request.Method == "PUT" && new Uri(request.Frame.Url).AbsolutePath.EndsWith("/upload", StringComparison.Ordinal);

    private void Note(IConsoleMessage message)
    {
        // A page that says "no such record" has the status that says so, and the browser notes it; tests look at the status. The same for a slot that is
        // not given, of which the page says why.
        var isStatus = message.Text.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal)
            && requests.Any(request => (request.IsNavigationRequest || (request.ResourceType == "fetch" && message.Text.Contains("status of 422", StringComparison.Ordinal))) && message.Location.StartsWith(request.Url, StringComparison.Ordinal));
        if (message.Type is "error" or "warning" && !isStatus)
            complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
    }
}
