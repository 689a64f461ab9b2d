using System.Reflection;
using ArchiveFunctions.ReadingRoom;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Tests.ReadingRoom;

/// <summary>A function that answers over HTTP, as the code says it.</summary>
internal sealed record HttpFunction(string Name, string Route, IReadOnlyList<string> Methods)
{
    public static readonly IReadOnlyList<HttpFunction> All =
    [
        .. from method in typeof(GetRecord).Assembly.GetTypes().SelectMany(type => type.GetMethods())
           let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(found => found is not null)
           where trigger is not null
           select new HttpFunction(method.GetCustomAttribute<FunctionAttribute>()!.Name, trigger.Route!, [.. trigger.Methods!.Select(one => one.ToUpperInvariant())]),
    ];
}
