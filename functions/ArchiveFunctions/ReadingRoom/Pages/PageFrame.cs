using System.Globalization;
using Archive.ReadingRoom;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>What every page knows: who looks at it, in which language, and its own address.</summary>
public sealed record PageFrame(Caller Caller, PageWords Words, string Path, IReadOnlyDictionary<string, string> Query)
{
    /// <summary>The parameter, and the cookie, that names the language.</summary>
    public const string LanguageKey = "lang";

    /// <summary>The frame of a request.</summary>
    public static PageFrame Of(HttpRequest request, Caller caller) => new(
        caller,
        new PageWords(LanguageOf(request)),
        request.Path.Value ?? "/",
        request.Query.Where(pair => pair.Value.Count == 1 && !string.IsNullOrEmpty(pair.Value[0])).ToDictionary(pair => pair.Key, pair => pair.Value[0]!));

    /// <summary>The page's own address with one parameter changed or, for null, left out; and without a continuation, which belongs to the old ones.</summary>
    public string With(string parameter, string? value) =>
        QueryHelpers.AddQueryString(Path, Query.Where(pair => pair.Key != parameter && pair.Key != "continuation").Append(new(parameter, value!)).Where(pair => pair.Value is not null)!);

    /// <summary>Another address within the reading room, with these parameters; those without a value are left out.</summary>
    public static string To(string path, params (string Name, string? Value)[] parameters) =>
        QueryHelpers.AddQueryString(path, parameters.Where(one => !string.IsNullOrEmpty(one.Value)).ToDictionary(one => one.Name, one => one.Value));

    /// <summary>The language the address names, else the one chosen before, else the one the browser prefers.</summary>
    private static CultureInfo LanguageOf(HttpRequest request) =>
        Named(request.Query[LanguageKey]) ?? Named(request.Cookies[LanguageKey]) ?? Resources.Words.LanguageOf(request);

    private static CultureInfo? Named(string? name) => Resources.Words.Languages.FirstOrDefault(language => language.Name == name);
}
