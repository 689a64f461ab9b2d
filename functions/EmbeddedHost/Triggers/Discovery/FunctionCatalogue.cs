using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Triggers.Discovery;

/// <summary>Finds the functions of an app. Everything that cannot be run is reported at once, by name.</summary>
internal static class FunctionCatalogue
{
    private const BindingFlags Every = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The functions of the assembly, in order of name.</summary>
    /// <exception cref="UnsupportedFunctionException">Some cannot be run, or two have one name.</exception>
    public static IReadOnlyList<FunctionDefinition> Find(Assembly app, Func<Type, bool> scope, HostSettings host)
    {
        var found = new List<FunctionDefinition>();
        var refused = new List<string>();
        foreach (var (method, name) in Methods(app, scope))
        {
            try
            {
                found.Add(FunctionReading.Read(method, name, host));
            }
            catch (UnsupportedFunctionException e)
            {
                refused.Add(e.Message);
            }
        }

        refused.AddRange(Duplicates(found));
        return refused.Count == 0
            ? [.. found.OrderBy(function => function.Name, StringComparer.Ordinal)]
            : throw new UnsupportedFunctionException(string.Join(Environment.NewLine, refused));
    }

    private static IEnumerable<(MethodInfo Method, string Name)> Methods(Assembly app, Func<Type, bool> scope) =>
        from type in app.GetTypes()
        where scope(type)
        from method in type.GetMethods(Every)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (method, function.Name);

    private static IEnumerable<string> Duplicates(IEnumerable<FunctionDefinition> functions) =>
        from function in functions
        group function by function.Name.ToUpperInvariant() into same
        where same.Count() > 1
        select $"Function name '{same.First().Name}' is used by {string.Join(" and ", same.Select(f => $"{f.Method.DeclaringType?.FullName}.{f.Method.Name}"))}.";
}
