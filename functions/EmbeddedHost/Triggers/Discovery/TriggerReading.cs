using System.Reflection;
using Azure.Storage.Blobs;
using EmbeddedHost.Triggers.Blobs;
using EmbeddedHost.Triggers.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Triggers.Discovery;

/// <summary>Reads trigger attributes.</summary>
internal static class TriggerReading
{
    public const string Supported = "HttpTrigger, TimerTrigger, BlobTrigger, QueueTrigger, ServiceBusTrigger";

    private static readonly string[] Reserved = ["admin", "runtime"];

    public static Trigger Read(BindingSite site, ParameterInfo parameter, Attribute attribute, HostSettings host) => attribute switch
    {
        HttpTriggerAttribute http => Http(site, parameter, http, host),
        TimerTriggerAttribute timer => Timer(site, parameter, timer),
        BlobTriggerAttribute blob => Blob(site, parameter, blob),
        QueueTriggerAttribute queue => Queue(site, parameter, queue),
        ServiceBusTriggerAttribute bus => ServiceBus(site, parameter, bus),
        _ => throw site.Refuse($"has [{attribute.GetType().Name}] on the parameter '{parameter.Name}', which the embedded host does not know; supported: {Supported}"),
    };

    private static Trigger.Http Http(BindingSite site, ParameterInfo parameter, HttpTriggerAttribute http, HostSettings host)
    {
        if (parameter.ParameterType != typeof(HttpRequest))
            throw site.Refuse(parameter, "supported for HttpTrigger: HttpRequest");

        var route = string.Join('/', new[] { host.RoutePrefix.Trim('/'), (http.Route ?? site.Function).Trim('/') }.Where(part => part.Length > 0));
        if (Reserved.Contains(route.Split('/')[0], StringComparer.OrdinalIgnoreCase))
            throw site.Refuse($"has the route '{route}'; 'admin' and 'runtime' are reserved by the Functions host");

        try
        {
            RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException e)
        {
            throw site.Refuse($"has the route '{route}': {e.Message}");
        }

        return new Trigger.Http(route, http.Methods ?? []);
    }

    private static Trigger.Timer Timer(BindingSite site, ParameterInfo parameter, TimerTriggerAttribute timer) =>
        parameter.ParameterType == typeof(TimerInfo)
            ? new Trigger.Timer(timer.Schedule, timer.UseMonitor, timer.RunOnStartup)
            : throw site.Refuse(parameter, "supported for TimerTrigger: TimerInfo");

    private static Trigger.Blob Blob(BindingSite site, ParameterInfo parameter, BlobTriggerAttribute blob)
    {
        if (parameter.ParameterType != typeof(BlobClient) && parameter.ParameterType != typeof(Stream))
            throw site.Refuse(parameter, "supported for BlobTrigger: BlobClient, Stream");

        try
        {
            _ = BlobPath.Parse(blob.BlobPath);
        }
        catch (FormatException e)
        {
            throw site.Refuse($"watches '{blob.BlobPath}': {e.Message}");
        }

        return new Trigger.Blob(blob.Connection ?? "AzureWebJobsStorage", blob.BlobPath, parameter.ParameterType == typeof(Stream));
    }

    private static Trigger.StorageQueue Queue(BindingSite site, ParameterInfo parameter, QueueTriggerAttribute queue)
    {
        QueueNames.Check(site, queue.QueueName);
        return MessageBody.IsReadable(parameter.ParameterType)
            ? new Trigger.StorageQueue(queue.Connection ?? "AzureWebJobsStorage", queue.QueueName, parameter.ParameterType)
            : throw site.Refuse(parameter, "supported for QueueTrigger: string, or a class of the app read from JSON");
    }

    private static Trigger.ServiceBus ServiceBus(BindingSite site, ParameterInfo parameter, ServiceBusTriggerAttribute bus)
    {
        if (bus.IsSessionsEnabled)
            throw site.Refuse($"uses sessions on the parameter '{parameter.Name}'; supported: entities without sessions");
        if (SettlesItself(parameter))
            throw site.Refuse($"sets AutoCompleteMessages = false on the parameter '{parameter.Name}'; supported: messages settled by the host");

        var type = parameter.ParameterType;
        var body = bus.IsBatched && type.IsArray ? type.GetElementType()! : type;
        if (bus.IsBatched != type.IsArray || !MessageBody.IsReadable(body))
            throw site.Refuse(parameter, "supported for ServiceBusTrigger: string or a class of the app read from JSON; with IsBatched = true an array of them");

        var entity = bus.QueueName ?? QueueNames.Subscription(bus.TopicName!, bus.SubscriptionName!);
        QueueNames.Check(site, entity);
        return new Trigger.ServiceBus(bus.Connection ?? "AzureWebJobsServiceBus", entity, bus.TopicName, body, bus.IsBatched);
    }

    /// <summary>The property's value cannot tell "not written" from "false"; the attribute's source can.</summary>
    private static bool SettlesItself(ParameterInfo parameter) =>
        parameter.CustomAttributes
            .Where(data => data.AttributeType == typeof(ServiceBusTriggerAttribute))
            .SelectMany(data => data.NamedArguments)
            .Any(argument => argument is { MemberName: nameof(ServiceBusTriggerAttribute.AutoCompleteMessages), TypedValue.Value: false });
}
