using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedHost.Triggers.Discovery;

/// <summary>Compiles a function's method into a delegate, so that a call costs no reflection.</summary>
internal static class MethodBinding
{
    private static readonly ParameterExpression Target = Expression.Parameter(typeof(object), "target");
    private static readonly ParameterExpression Call = Expression.Parameter(typeof(Invocation), "invocation");

    public static FunctionBody Compile(BindingSite site, MethodInfo method, ParameterInfo trigger)
    {
        var arguments = method.GetParameters().Select(parameter => Argument(parameter, trigger));
        var instance = method.IsStatic ? null : Expression.Convert(Target, method.DeclaringType!);
        var call = Result(Expression.Call(instance, method, arguments), method.ReturnType);
        var compiled = Expression.Lambda<Func<object?, Invocation, ValueTask<object?>>>(call, Target, Call).Compile();

        return method.IsStatic
            ? (_, invocation) => compiled(null, invocation)
            : On(Factory(site, method.DeclaringType!), compiled);
    }

    private static Expression Argument(ParameterInfo parameter, ParameterInfo trigger)
    {
        if (parameter == trigger)
            return Expression.Convert(Expression.Property(Call, nameof(Invocation.Trigger)), parameter.ParameterType);
        if (parameter.ParameterType == typeof(CancellationToken))
            return Expression.Property(Call, nameof(Invocation.Stop));
        return Expression.Call(Call, nameof(Invocation.Name), null, Expression.Constant(parameter.Name));
    }

    private static Expression Result(MethodCallExpression call, Type type)
    {
        if (type == typeof(void))
            return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        if (type == typeof(Task))
            return Expression.Call(typeof(MethodBinding), nameof(Finished), null, call);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
            return Expression.Call(typeof(MethodBinding), nameof(Awaited), type.GetGenericArguments(), call);
        return Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object)));
    }

    private static ObjectFactory Factory(BindingSite site, Type type)
    {
        try
        {
            return ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);
        }
        catch (InvalidOperationException e)
        {
            throw site.Refuse($"belongs to a class that cannot be built: {e.Message}");
        }
    }

    private static FunctionBody On(ObjectFactory factory, Func<object?, Invocation, ValueTask<object?>> method) =>
        (services, invocation) =>
        {
            var target = factory(services, null);
            return target is IDisposable or IAsyncDisposable ? Disposing(target, method, invocation) : method(target, invocation);
        };

    private static async ValueTask<object?> Disposing(object target, Func<object?, Invocation, ValueTask<object?>> method, Invocation invocation)
    {
        try
        {
            return await method(target, invocation);
        }
        finally
        {
            if (target is IAsyncDisposable later)
                await later.DisposeAsync();
            else
                ((IDisposable)target).Dispose();
        }
    }

    private static async ValueTask<object?> Finished(Task task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> Awaited<T>(Task<T> task) => await task;
}
