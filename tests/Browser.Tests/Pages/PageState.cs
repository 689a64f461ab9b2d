using Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>A page in one of the states in which people meet it.</summary>
/// <param name="Function">The function that answers it.</param>
/// <param name="Name">The state, in words.</param>
/// <param name="Guest">Who looks at it.</param>
/// <param name="Address">Where it is, without a language.</param>
/// <param name="Status">The status it is answered with.</param>
internal sealed record PageState(string Function, string Name, Guest Guest, string Address, int Status = 200)
{
    /// <summary>Whether it is met in an archive that holds nothing.</summary>
    public bool IsInEmptyArchive { get; init; }

    /// <summary>Whether it ends on a page of somebody else's, in a language of theirs: the issuer's.</summary>
    public bool IsForeign { get; init; }

    /// <summary>What somebody does on the page to bring it there.</summary>
    public Func<IPage, Task>? Then { get; init; }

    /// <summary>What the table and the tests call it.</summary>
    public string Title => $"{Function}: {Name}, {Guest}";

    /// <summary>Its address in a language.</summary>
    public string In(string language) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";
}
