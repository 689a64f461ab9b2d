using EmbeddedHost.Triggers.Discovery;
using EmbeddedHost.Triggers.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Triggers;

/// <summary>Puts the HTTP functions of an app on the server.</summary>
public static class FunctionEndpoints
{
    /// <summary>
    /// Maps every enabled HTTP function at its route. ASP.NET's own routing decides between them; function keys are not asked for. The group
    /// takes further conventions for all of them.
    /// </summary>
    public static IEndpointConventionBuilder MapFunctions(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(string.Empty);
        foreach (var function in endpoints.ServiceProvider.GetRequiredService<FunctionRuntime>().Enabled)
        {
            if (function.Trigger is Trigger.Http http)
                Map(group, function, http);
        }

        return group;
    }

    private static void Map(RouteGroupBuilder group, FunctionDefinition function, Trigger.Http http)
    {
        var answer = ActivatorUtilities.CreateInstance<HttpFunction>(((IEndpointRouteBuilder)group).ServiceProvider, function).Answer;
        var endpoint = http.Methods.Count > 0 ? group.MapMethods(http.Route, http.Methods, answer) : group.Map(http.Route, answer);
        endpoint.WithDisplayName(function.Name).WithMetadata(function);
    }
}
