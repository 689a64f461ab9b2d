using System.Linq.Expressions;
using System.Reflection;
using EmbeddedHost.Triggers.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Triggers.Discovery;

/// <summary>Reads what a function answers with: messages, an HTTP result, both, or nothing.</summary>
internal static class ReturnReading
{
    private const string Supported = "supported: nothing; IResult for HTTP; [ServiceBusOutput] on the method; or a class whose own properties carry [ServiceBusOutput], and for HTTP one [HttpResult]";

    public static (IReadOnlyList<OutputBinding> Outputs, Func<object, object?>? HttpResult) Read(BindingSite site, MethodInfo method, Trigger trigger)
    {
        var type = Unwrapped(method.ReturnType);
        var onMethod = OutputOf(site, method);
        var (outputs, httpResults) = Properties(site, type);

        if (onMethod is not null && (outputs.Count > 0 || httpResults.Count > 0))
            throw site.Refuse($"carries an output on the method and others on {BindingSite.TypeName(type)}; {Supported}");

        return trigger is Trigger.Http
            ? (outputs, HttpPart(site, type, onMethod, outputs, httpResults))
            : (MessagePart(site, type, onMethod, outputs, httpResults), null);
    }

    private static Func<object, object?>? HttpPart(
        BindingSite site, Type type, OutputBinding? onMethod, List<OutputBinding> outputs, List<Func<object, object?>> results)
    {
        if (onMethod is not null)
            throw site.Refuse($"is an HTTP function with an output on the method, which leaves it without an answer; {Supported}");
        if (typeof(IResult).IsAssignableFrom(type) && outputs.Count == 0 && results.Count == 0)
            return null;
        return results.Count == 1 ? results[0] : throw site.Refuse($"is an HTTP function that returns {BindingSite.TypeName(type)}; {Supported}");
    }

    private static List<OutputBinding> MessagePart(
        BindingSite site, Type type, OutputBinding? onMethod, List<OutputBinding> outputs, List<Func<object, object?>> results)
    {
        if (results.Count > 0)
            throw site.Refuse($"returns {BindingSite.TypeName(type)} with [HttpResult], but no request started it; {Supported}");
        if (onMethod is not null)
            return type == typeof(void) || type == typeof(byte[]) ? throw site.Refuse($"sends {BindingSite.TypeName(type)}; {Supported}") : [onMethod];
        return type == typeof(void) || outputs.Count > 0
            ? outputs
            : throw site.Refuse($"returns {BindingSite.TypeName(type)}, which nothing takes; {Supported}");
    }

    private static (List<OutputBinding> Outputs, List<Func<object, object?>> HttpResults) Properties(BindingSite site, Type type)
    {
        var outputs = new List<OutputBinding>();
        var results = new List<Func<object, object?>>();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var output = OutputOf(site, property);
            var isResult = property.IsDefined(typeof(HttpResultAttribute));
            if ((output is not null || isResult) && property.DeclaringType != type)
                throw site.Refuse($"returns {BindingSite.TypeName(type)}, whose '{property.Name}' is inherited; the worker sees own properties only");
            if (output is not null)
                outputs.Add(output with { Read = Getter(property) });
            if (isResult)
                results.Add(typeof(IResult).IsAssignableFrom(property.PropertyType) ? Getter(property) : throw site.Refuse($"answers with '{property.Name}', which is not an IResult; {Supported}"));
        }

        return (outputs, results);
    }

    private static OutputBinding? OutputOf(BindingSite site, MemberInfo member)
    {
        var bindings = member.GetCustomAttributes().Where(a => FunctionReading.IsWorkerBinding(a) && a is not FunctionAttribute and not HttpResultAttribute).ToList();
        if (bindings.Count == 0)
            return null;
        if (bindings is not [ServiceBusOutputAttribute output])
            throw site.Refuse($"has {string.Join(" and ", bindings.Select(a => $"[{a.GetType().Name}]"))} on '{member.Name}'; {Supported}");
        if (member is PropertyInfo { PropertyType: var type } && type == typeof(byte[]))
            throw site.Refuse($"sends '{member.Name}' of type byte[]; {Supported}");

        QueueNames.Check(site, output.QueueOrTopicName);
        return new OutputBinding(
            output.Connection ?? "AzureWebJobsServiceBus", output.QueueOrTopicName, output.EntityType == ServiceBusEntityType.Topic, static value => value);
    }

    private static Func<object, object?> Getter(PropertyInfo property)
    {
        var owner = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(owner, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), owner).Compile();
    }

    private static Type Unwrapped(Type type) =>
        type == typeof(Task) ? typeof(void) : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0] : type;
}
