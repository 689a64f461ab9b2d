using EmbeddedHost.Triggers.Blobs;
using Microsoft.AspNetCore.Routing.Patterns;

namespace EmbeddedHost.Triggers.Discovery;

/// <summary>The names a trigger binds besides its own value.</summary>
internal static class PathTokens
{
    public static IReadOnlySet<string> Of(Trigger trigger) => trigger switch
    {
        Trigger.Http http => Named(RoutePatternFactory.Parse(http.Route).Parameters.Select(parameter => parameter.Name)),
        Trigger.Blob blob => Named(BlobPath.Parse(blob.Path).Tokens),
        _ => Named([]),
    };

    private static HashSet<string> Named(IEnumerable<string> names) => names.ToHashSet(StringComparer.OrdinalIgnoreCase);
}
