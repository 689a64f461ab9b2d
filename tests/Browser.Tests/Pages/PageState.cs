using ArchiveFunctions.Tests.Stories;
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

    /// <summary>What others did before, once for all tests; what came of it takes the place of <c>{0}</c> in the address.</summary>
    public Func<RunningArchive, Task<string>>? After { get; init; }

    /// <summary>What somebody does on the page to bring it there.</summary>
    public Func<IPage, Task>? Then { get; init; }

    /// <summary>What the table and the tests call it.</summary>
    public string Title => $"{Function}: {Name}, {Guest}";

    /// <summary>Its address in a language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="before">What came of what others did.</param>
    public string In(string language, string before) =>
        $"{Address.Replace("{0}", before, StringComparison.Ordinal)}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";
}
