using System.Text.Json;
using ArchiveFunctions.ReadingRoom.Pages;

namespace ArchiveFunctions.ReadingRoom.Desks.Officer;

/// <summary>The words of the sending script, handed to it by its page.</summary>
internal static class ScriptWords
{
    /// <summary>The keys the script asks for; the words stand under <c>sending.</c>.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "waiting", "described", "digesting", "asking", "sending", "resuming", "arrived", "awaiting", "received", "admitted", "refused", "alreadyHeld", "unpacked", "stopped", "failed",
        "broken", "unreadable", "signed-out", "problem", "sidecar-broken", "unsupported", "packaged", "orphans", "interrupted", "overall", "record", "details", "again",
    ];

    /// <summary>All of them in a language, as JSON.</summary>
    public static string In(PageWords words) => JsonSerializer.Serialize(Keys.ToDictionary(key => key, key => words[$"sending.{key}"]));
}
