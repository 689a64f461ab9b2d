using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Infra.Tests.Names;
using Microsoft.Azure.Functions.Worker;

namespace Infra.Tests.App;

/// <summary>
/// What the worker's generator tells the host of the functions (functions.metadata), made from the attributes as they are written: only
/// constructor arguments and named arguments appear, names in camel case, enums by name.
/// </summary>
internal static class FunctionMetadata
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static string All() => new JsonArray([.. Bindings.Methods.Select(Of)]).ToJsonString(Indented) + "\n";

    private static JsonObject Of(MethodInfo method) => new()
    {
        ["name"] = Bindings.NameOf(method),
        ["scriptFile"] = "ArchiveFunctions.dll",
        ["entryPoint"] = $"{method.DeclaringType!.FullName}.{method.Name}",
        ["language"] = "dotnet-isolated",
        ["properties"] = new JsonObject { ["IsCodeless"] = false },
        ["bindings"] = new JsonArray([.. BindingsOf(method)]),
    };

    private static IEnumerable<JsonObject> BindingsOf(MethodInfo method)
    {
        var triggers = method.GetParameters().SelectMany(parameter => Written(parameter.GetCustomAttributesData()).Select(data => (parameter, data))).ToList();
        var onMethod = Written(method.GetCustomAttributesData()).ToList();
        var onResult = Bindings.ReturnOf(method).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        foreach (var (parameter, data) in triggers)
            yield return Trigger(parameter, data);
        foreach (var data in onMethod)
            yield return Binding("$return", "Out", data);
        foreach (var property in onResult)
        {
            foreach (var data in Written(property.GetCustomAttributesData()))
                yield return Binding(property.Name, "Out", data);
            if (property.GetCustomAttribute<HttpResultAttribute>() is not null)
                yield return new JsonObject { ["name"] = property.Name, ["type"] = "http", ["direction"] = "Out" };
        }

        if (triggers.Any(trigger => trigger.data.AttributeType == typeof(HttpTriggerAttribute)) && onMethod.Count == 0 && !onResult.Any(property => Written(property.GetCustomAttributesData()).Any()))
            yield return new JsonObject { ["name"] = "$return", ["type"] = "http", ["direction"] = "Out" };
    }

    private static JsonObject Trigger(ParameterInfo parameter, CustomAttributeData data)
    {
        var binding = Binding(parameter.Name!, "In", data);
        if (DataType(parameter.ParameterType) is { } kind && data.AttributeType != typeof(HttpTriggerAttribute))
            binding.Insert(3, "dataType", kind);
        // IsBatched becomes the cardinality, which is always told.
        if (data.AttributeType == typeof(ServiceBusTriggerAttribute))
        {
            var batched = binding["isBatched"] is { } value && (bool)value;
            binding.Remove("isBatched");
            binding.Insert(binding.Count - 1, "cardinality", batched ? "Many" : "One");
        }

        if (IsDeferred(parameter.ParameterType))
            binding["properties"] = new JsonObject { ["supportsDeferredBinding"] = "True" };
        return binding;
    }

    private static JsonObject Binding(string name, string direction, CustomAttributeData data)
    {
        var binding = new JsonObject { ["name"] = name, ["direction"] = direction, ["type"] = TypeOf(data.AttributeType) };
        var parameters = data.Constructor.GetParameters();
        foreach (var (argument, i) in data.ConstructorArguments.Select((argument, i) => (argument, i)))
            binding[NameOf(data.AttributeType, parameters[i].Name!)] = Value(argument);
        foreach (var named in data.NamedArguments)
            binding[Camel(named.MemberName)] = Value(named.TypedValue);
        binding["properties"] = new JsonObject();
        return binding;
    }

    private static IEnumerable<CustomAttributeData> Written(IEnumerable<CustomAttributeData> attributes) => attributes.Where(Bindings.IsBinding);

    /// <summary>The attribute's name without Attribute, Input and Output.</summary>
    private static string TypeOf(Type attribute)
    {
        var name = attribute.Name[..^"Attribute".Length];
        return Camel(name.EndsWith("Output", StringComparison.Ordinal) ? name[..^"Output".Length] : name);
    }

    private static string NameOf(Type attribute, string parameter) => attribute == typeof(BlobTriggerAttribute) && parameter == "blobPath" ? "path" : Camel(parameter);

    private static JsonNode? Value(CustomAttributeTypedArgument argument) => argument switch
    {
        { ArgumentType.IsEnum: true } => Enum.ToObject(argument.ArgumentType, argument.Value!).ToString(),
        { Value: IEnumerable<CustomAttributeTypedArgument> many } => new JsonArray([.. many.Select(Value)]),
        _ => JsonValue.Create(argument.Value),
    };

    private static string? DataType(Type type) => type == typeof(string) || type == typeof(string[]) ? "String" : type == typeof(byte[]) ? "Binary" : null;

    private static bool IsDeferred(Type type) => type == typeof(Stream) || typeof(BlobBaseClient).IsAssignableFrom(type) || type == typeof(BlobContainerClient);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
