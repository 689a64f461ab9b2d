using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Infra.Tests.Names;

/// <summary>A binding as it is written in the code.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Data">The attribute, with only what was written.</param>
internal sealed record WrittenBinding(string Function, CustomAttributeData Data);

/// <summary>Every binding of every function.</summary>
internal static class Bindings
{
    public static IReadOnlyList<MethodInfo> Methods { get; } =
        [.. typeof(ArchiveFunctions.Wiring).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null).OrderBy(NameOf, StringComparer.Ordinal)];

    public static IEnumerable<string> Functions => Methods.Select(NameOf);

    public static IReadOnlyList<WrittenBinding> All { get; } =
        [.. Methods.SelectMany(method => Attributes(method).Where(IsBinding).Select(data => new WrittenBinding(NameOf(method), data)))];

    public static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    public static bool IsBinding(CustomAttributeData data) => typeof(BindingAttribute).IsAssignableFrom(data.AttributeType);

    /// <summary>The queues, topics and containers a binding names.</summary>
    public static IEnumerable<string> EntitiesOf(CustomAttributeData data) => data.AttributeType.Name switch
    {
        nameof(ServiceBusTriggerAttribute) or nameof(ServiceBusOutputAttribute) or nameof(QueueTriggerAttribute) => [(string)data.ConstructorArguments[0].Value!],
        nameof(BlobTriggerAttribute) => [((string)data.ConstructorArguments[0].Value!).Split('/')[0]],
        _ => [],
    };

    public static Type ReturnOf(MethodInfo method) =>
        method.ReturnType is { IsGenericType: true } task && task.GetGenericTypeDefinition() == typeof(Task<>) ? task.GetGenericArguments()[0] : method.ReturnType;

    private static IEnumerable<CustomAttributeData> Attributes(MethodInfo method) =>
    [
        .. method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributesData()),
        .. method.GetCustomAttributesData(),
        .. ReturnOf(method).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).SelectMany(property => property.GetCustomAttributesData()),
    ];
}
