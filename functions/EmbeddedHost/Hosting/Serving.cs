using Archive.Catalogue;
using Azure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Hosting;

/// <summary>Runs an archive from the command line until it is told to stop.</summary>
internal static class Serving
{
    /// <summary>Serves until Ctrl-C or SIGTERM; the exit code is 0 then, and 1 where it could not start.</summary>
    public static async Task<int> RunAsync(HostOptions options, TextWriter output, TextWriter errors)
    {
        using var signals = new StopSignals();
        try
        {
            await using var archive = await EmbeddedArchive.StartAsync(options with { Progress = output }, null, signals.Stop);
            await ServeAsync(archive, options, output, signals.Stop);
        }
        catch (StartRefusedException refused)
        {
            await errors.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested)
        {
            await output.WriteLineAsync("Stopped.");
        }

        return 0;
    }

    private static async Task ServeAsync(EmbeddedArchive archive, HostOptions options, TextWriter output, CancellationToken stop)
    {
        await archive.WhenReadyAsync(stop);
        await output.WriteLineAsync(Announcement(archive));
        if (options.Samples)
            await LoadSamplesAsync(archive, output, stop);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop);
    }

    private static string Announcement(EmbeddedArchive archive) => $"""
        Ready: {archive.Address.GetLeftPart(UriPartial.Authority)}
          to read       {archive.Address}reading-room
          to search     {archive.Address}api/records?q=luu+tru     every route: {archive.Address}api/openapi.json
          to upload     POST {archive.Address}api/agencies/{"{agency}"}/uploads, or put blobs named inbox/{"{agency}"}/... at http://127.0.0.1:{archive.Storage.Ports.Blob}/archive
          kept in       {archive.Data}{(archive.IsMoved ? $"\n  clock         {VietnamTime.At(archive.Services.GetRequiredService<TimeProvider>().GetUtcNow()):yyyy-MM-dd HH:mm} in Viet Nam, moved by --clock" : "")}
        """;

    /// <summary>The archive serves with or without samples.</summary>
    private static async Task LoadSamplesAsync(EmbeddedArchive archive, TextWriter output, CancellationToken stop)
    {
        try
        {
            await archive.LoadSamplesAsync(output, stop);
        }
        catch (RequestFailedException e)
        {
            archive.Services.GetRequiredService<ILogger<EmbeddedArchive>>().SamplesFailed(e.Message);
        }
    }
}
