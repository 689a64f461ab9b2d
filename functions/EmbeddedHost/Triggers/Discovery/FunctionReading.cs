using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EmbeddedHost.Triggers.Discovery;

/// <summary>Reads one method into a function, or refuses it by name.</summary>
internal static class FunctionReading
{
    private const string WorkerNamespace = "Microsoft.Azure.Functions.Worker";

    public static FunctionDefinition Read(MethodInfo method, string name, HostSettings host)
    {
        var site = new BindingSite(name, method);
        RefuseUncallable(site, method);

        var triggers = method.GetParameters().Where(parameter => BindingsOf(parameter).Any()).ToList();
        if (triggers.Count != 1 || BindingsOf(triggers[0]).Take(2).Count() != 1)
            throw site.Refuse($"needs exactly one parameter with exactly one trigger attribute; supported: {TriggerReading.Supported}");

        var trigger = TriggerReading.Read(site, triggers[0], BindingsOf(triggers[0]).Single(), host);
        var tokens = PathTokens.Of(trigger);
        foreach (var parameter in method.GetParameters().Where(parameter => parameter != triggers[0]))
            RefuseUnbindable(site, parameter, tokens);

        var (outputs, httpResult) = ReturnReading.Read(site, method, trigger);
        return new FunctionDefinition(name, method, trigger, outputs, httpResult, MethodBinding.Compile(site, method, triggers[0]));
    }

    private static void RefuseUncallable(BindingSite site, MethodInfo method)
    {
        if (!method.IsPublic)
            throw site.Refuse("is not public; the worker calls public methods only");
        if (method.ContainsGenericParameters || (!method.IsStatic && method.DeclaringType is { IsAbstract: true }))
            throw site.Refuse("is generic, or belongs to a generic or abstract class; supported: methods of classes that can be built");
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
            throw site.Refuse("is async void, so nobody would see it fail; supported: Task");
    }

    private static void RefuseUnbindable(BindingSite site, ParameterInfo parameter, IReadOnlySet<string> tokens)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return;
        if (parameter.ParameterType != typeof(string) || !tokens.Contains(parameter.Name!))
            throw site.Refuse(parameter, $"supported besides the trigger: CancellationToken, and string parameters named after a route or path token (here: {Names(tokens)})");
    }

    private static string Names(IReadOnlySet<string> tokens) => tokens.Count == 0 ? "none" : string.Join(", ", tokens);

    /// <summary>Attributes of the worker, known or not: what is not known must not be passed over in silence.</summary>
    private static IEnumerable<Attribute> BindingsOf(ParameterInfo parameter) => parameter.GetCustomAttributes().Where(IsWorkerBinding);

    internal static bool IsWorkerBinding(Attribute attribute) =>
        attribute is BindingAttribute || attribute.GetType().Namespace?.StartsWith(WorkerNamespace, StringComparison.Ordinal) == true;
}
