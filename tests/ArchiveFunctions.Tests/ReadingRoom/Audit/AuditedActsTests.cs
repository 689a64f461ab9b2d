using System.Reflection;
using ArchiveFunctions.ReadingRoom.Audit;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Tests.ReadingRoom.Audit;

/// <summary>No function changes anything over HTTP without the means to note who had it done.</summary>
public sealed class AuditedActsTests
{
    /// <summary>What changes nothing that is anybody else's, or is noted with every upload: a session, one's own searches, a slot to upload to.</summary>
    private static readonly string[] Exempt = ["SignOut", "KeepSearch", "ChangeSearch", "OpenUploadSlot"];

    [Fact]
    public void Whatever_changes_something_has_the_audit_at_hand()
    {
        var changing = typeof(Wiring).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()?.Methods?.Any(verb => verb is "post" or "put" or "delete" or "patch") == true))
            .Where(method => !Exempt.Contains(method.GetCustomAttribute<FunctionAttribute>()!.Name)).ToList();

        Assert.True(changing.Count > 10, "The functions are declared in a form this test does not know.");
        Assert.All(changing, method => Assert.True(Notes(method.DeclaringType!), $"{method.DeclaringType!.Name} changes something and notes nothing."));
    }

    [Fact]
    public void What_only_reads_pages_is_told_apart() => Assert.False(Notes(typeof(ArchiveFunctions.ReadingRoom.Searches.ListSearches)));

    /// <summary>Whether a class is given the audit, itself or by one it works with. That it can note refusals, as every desk can, is not enough.</summary>
    private static bool Notes(Type type) => type == typeof(AuditTrail)
        || (type != typeof(ArchiveFunctions.ReadingRoom.Refusals) && type.Assembly == typeof(Wiring).Assembly && type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.ParameterType != type && Notes(parameter.ParameterType)));
}
