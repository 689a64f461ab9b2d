using System.Reflection;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.Transfer.Api;
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
        Assert.All(changing, method => Assert.True(
            method.DeclaringType!.GetConstructors().Single().GetParameters().Any(parameter => parameter.ParameterType == typeof(AuditTrail) || parameter.ParameterType == typeof(ExemptionAnswers)),
            $"{method.DeclaringType.Name} changes something and notes nothing."));
    }
}
