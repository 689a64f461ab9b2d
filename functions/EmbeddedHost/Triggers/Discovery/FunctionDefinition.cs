using System.Reflection;

namespace EmbeddedHost.Triggers.Discovery;

/// <summary>A function of the app, bound once and ready to be called.</summary>
public sealed class FunctionDefinition
{
    internal FunctionDefinition(
        string name, MethodInfo method, Trigger trigger, IReadOnlyList<OutputBinding> outputs, Func<object, object?>? readHttpResult, FunctionBody body) =>
        (Name, Method, Trigger, Outputs, ReadHttpResult, Body) = (name, method, trigger, outputs, readHttpResult, body);

    /// <summary>Its unique name.</summary>
    public string Name { get; }

    /// <summary>The method.</summary>
    public MethodInfo Method { get; }

    /// <summary>What starts it.</summary>
    public Trigger Trigger { get; }

    /// <summary>The messages it sends.</summary>
    public IReadOnlyList<OutputBinding> Outputs { get; }

    /// <summary>Takes the HTTP answer out of what the function returned; null where the whole of it is the answer.</summary>
    internal Func<object, object?>? ReadHttpResult { get; }

    /// <summary>Builds the function's class from the given services and calls the method.</summary>
    internal FunctionBody Body { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Method.DeclaringType?.FullName}.{Method.Name})";
}
