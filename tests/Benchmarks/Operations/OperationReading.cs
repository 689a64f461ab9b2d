using System.Text;
using Archive.Accession;
using ArchiveFunctions.Records;
using Azure.Core;

namespace Benchmarks.Operations;

/// <summary>Tells from a request what it is for.</summary>
internal static class OperationReading
{
    private const string ReadAgencies = "read agencies";
    private const string WriteAgencies = "write agencies";
    private const string ReadPolicies = "read policies";
    private const string WriteSchedule = "write to the schedule";

    /// <summary>A request to the blob service of an account on one machine: <c>/account/container/blob</c>.</summary>
    public static Operation Blob(Request request)
    {
        var (path, query) = Parts(request);
        var container = path[1];
        var thing = path.Length > 2 && UploadName.DocumentOf(path[^1]) is not null ? "sidecar blob" : $"{container} blob";
        Operation Is(string what, bool shared = false) => new("blob", request.Method.Method, what, shared);
        if (query.Contains("comp=list", StringComparison.Ordinal))
            return Is($"list {container}", shared: true);
        if (query.Contains("comp=lease", StringComparison.Ordinal) || container == StorageNames.Work)
            return Is("lease of the index", shared: true);

        return request.Method.Method switch
        {
            "GET" when container == StorageNames.Vault => Is("read content"),
            "GET" => Is($"read {thing}"),
            "PUT" when request.Headers.Contains("x-ms-copy-source") => Is($"copy to {container}"),
            "DELETE" => Is($"remove {thing}"),
            _ => Is($"{request.Method} {thing}"),
        };
    }

    /// <summary>A request to the table service; a transaction is told by what is written in it.</summary>
    public static Operation Table(Request request)
    {
        var (path, query) = Parts(request);
        var entity = path[1];
        var what = entity switch
        {
            "$batch" => Transaction(Body(request)),
            _ when entity.StartsWith(StorageNames.Agencies, StringComparison.Ordinal) => ReadAgencies,
            _ when entity.StartsWith(StorageNames.Policies, StringComparison.Ordinal) => ReadPolicies,
            _ when entity.StartsWith(StorageNames.Deadlines, StringComparison.Ordinal) => "write deadline",
            _ when entity.StartsWith(StorageNames.Agenda, StringComparison.Ordinal) => "write to the agenda",
            _ when entity.StartsWith(StorageNames.Uploads, StringComparison.Ordinal) => "read upload row",
            _ when query.Contains("filter", StringComparison.Ordinal) => "read record and text",
            _ => "read record",
        };
        return new("table", request.Method.Method, what, what is ReadAgencies or WriteAgencies or ReadPolicies or WriteSchedule);
    }

    /// <summary>A request to the queue service: <c>/account/queue/messages[/id]</c>.</summary>
    public static Operation Queue(Request request)
    {
        var (path, _) = Parts(request);
        var message = string.Concat(path[1].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        Operation Is(string what, bool shared = false) => new("queue", request.Method.Method, what, shared);
        return request.Method.Method switch
        {
            "POST" => Is($"send `{message}`"),
            "GET" => Is($"receive `{message}`", shared: true),
            "DELETE" => Is($"complete `{message}`"),
            _ => Is($"{request.Method} `{message}`"),
        };
    }

    /// <summary>A request to the search service.</summary>
    public static Operation Search(Request request) =>
        new("search", request.Method.Method, request.Uri.Path.EndsWith("search.index", StringComparison.Ordinal) ? "write to the index" : "ask the index", IsShared: true);

    private static string Transaction(string body) =>
        body.Contains($"/{StorageNames.Agencies}", StringComparison.Ordinal) ? WriteAgencies
        : body.Contains($"/{StorageNames.Deadlines}", StringComparison.Ordinal) ? WriteSchedule
        : body.Contains($"/{StorageNames.Uploads}", StringComparison.Ordinal) ? "write upload outcome"
        : body.Contains("RowKey='text'", StringComparison.Ordinal) ? "write description, text and journal"
        : "write record and journal";

    private static (string[] Path, string Query) Parts(Request request)
    {
        var uri = request.Uri.ToUri();
        return (Uri.UnescapeDataString(uri.AbsolutePath).Trim('/').Split('/'), uri.Query);
    }

    private static string Body(Request request)
    {
        using var copy = new MemoryStream();
        request.Content?.WriteTo(copy, CancellationToken.None);
        return Uri.UnescapeDataString(Encoding.UTF8.GetString(copy.ToArray()));
    }
}
