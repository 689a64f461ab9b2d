using System.Reflection;

namespace EmbeddedHost.Triggers.Discovery;

/// <summary>The function being read, for messages that name it.</summary>
internal readonly record struct BindingSite(string Function, MethodInfo Method)
{
    public UnsupportedFunctionException Refuse(string why) =>
        new($"Function '{Function}' ({Method.DeclaringType?.FullName}.{Method.Name}) {why}.");

    public UnsupportedFunctionException Refuse(ParameterInfo parameter, string supported) =>
        Refuse($"has the parameter '{parameter.Name}' of type {TypeName(parameter.ParameterType)}, which the embedded host cannot bind; {supported}");

    public static string TypeName(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>" : type.FullName ?? type.Name;
}
