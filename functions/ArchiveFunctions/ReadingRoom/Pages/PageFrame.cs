using System.Globalization;
using Archive.ReadingRoom;
using ArchiveFunctions.ReadingRoom.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ArchiveFunctions.ReadingRoom.Pages;

/// <summary>What every page knows.</summary>
/// <param name="Caller">Who looks at it.</param>
/// <param name="Words">The words of its language.</param>
/// <param name="Path">Its own address, without parameters.</param>
/// <param name="Query">The parameters of its address.</param>
/// <param name="FormProof">What its forms carry; null where nobody is signed in.</param>
public sealed record PageFrame(Caller Caller, PageWords Words, string Path, IReadOnlyDictionary<string, string> Query, string? FormProof)
{
    /// <summary>The parameter, and the cookie, that names the language.</summary>
    public const string LanguageKey = "lang";

    /// <summary>The frame of a request.</summary>
    public static PageFrame Of(HttpRequest request, Caller caller) => new(
        caller,
        new PageWords(LanguageOf(request)),
        request.Path.Value ?? "/",
        request.Query.Where(pair => pair.Value.Count == 1 && !string.IsNullOrEmpty(pair.Value[0])).ToDictionary(pair => pair.Key, pair => pair.Value[0]!),
        Session.Of(request) is { } session ? Session.Proof(session) : null);

    /// <summary>The page's own address with one parameter changed or, for null, left out; and without a continuation, which belongs to the old ones.</summary>
    public string With(string parameter, string? value) =>
        QueryHelpers.AddQueryString(Path, Query.Where(pair => pair.Key != parameter && pair.Key != "continuation").Append(new(parameter, value!)).Where(pair => pair.Value is not null)!);

    /// <summary>Its own address with all parameters: where signing in comes back to.</summary>
    public string Here => QueryHelpers.AddQueryString(Path, Query!);

    /// <summary>Another address within the reading room, with these parameters; those without a value are left out.</summary>
    public static string To(string path, params (string Name, string? Value)[] parameters) =>
        QueryHelpers.AddQueryString(path, parameters.Where(one => !string.IsNullOrEmpty(one.Value)).ToDictionary(one => one.Name, one => one.Value));

    /// <summary>The language the address names, else the one chosen before, else the one the browser prefers.</summary>
    private static CultureInfo LanguageOf(HttpRequest request) =>
        Named(request.Query[LanguageKey]) ?? Named(request.Cookies[LanguageKey]) ?? Resources.Words.LanguageOf(request);

    private static CultureInfo? Named(string? name) => Resources.Words.Languages.FirstOrDefault(language => language.Name == name);
}
