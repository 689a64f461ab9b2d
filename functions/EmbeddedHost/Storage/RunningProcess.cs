using System.ComponentModel;
using System.Diagnostics;

namespace EmbeddedHost.Storage;

/// <summary>A process of this machine that is really running.</summary>
/// <param name="Pid">Its id.</param>
/// <param name="StartedAt">When it started (UTC), as the system tells it.</param>
internal sealed record RunningProcess(int Pid, DateTimeOffset StartedAt)
{
    /// <summary>
    /// The process with this id, or null. A process that has ended but was not collected by its parent counts as ended: the storage service
    /// is no child of ours, and in a container its foster parent may never collect it.
    /// </summary>
    public static RunningProcess? Find(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.HasExited || IsZombie(pid) ? null : new RunningProcess(pid, process.StartTime.ToUniversalTime());
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null; // It has ended, before or while we looked.
        }
    }

    /// <summary>On Linux the state letter follows the program's name, which stands in brackets and may hold anything.</summary>
    private static bool IsZombie(int pid)
    {
        if (!OperatingSystem.IsLinux())
            return false;

        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }
}
