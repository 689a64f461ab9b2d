using Archive.Records;

namespace Archive.Packages;

/// <summary>The two PREMIS files: of the package as a whole, and of its documents.</summary>
internal static class PackagePremis
{
    /// <summary>The package, its representation and the event of its creation.</summary>
    public static Task WriteWhole(Stream target, PackagePlan plan, PackagingSoftware software, CancellationToken stop) => XmlOut.Write(
        target,
        file =>
        {
            var premis = new PremisOut(file.Xml, plan);
            var (package, representation) = (PackageNames.ObjectId(plan.Id), Representation(plan));
            premis.Start();
            premis.Whole("intellectualEntity", package, plan.Title, null);
            premis.Whole("representation", representation, null, package);
            premis.Event(
                EventTypes.PackageCreation,
                new JournalEvent(EventTypes.PackageCreation, plan.Created, plan.AgencyName, software.Name, EventOutcome.Success, $"submission={plan.SubmissionCode}; records={plan.Records.Count}"),
                PremisOut.LinkTo(package),
                PremisOut.LinkTo(representation));
            premis.Agents(software);
            return Task.CompletedTask;
        },
        stop);

    /// <summary>Every document as an object, and what happened to each up to the package's creation.</summary>
    /// <param name="target">Where it goes.</param>
    /// <param name="plan">The package.</param>
    /// <param name="software">What writes it.</param>
    /// <param name="kept">What is said of each record beyond the circular's fields, in the plan's order.</param>
    /// <param name="journals">The journals, in the plan's order.</param>
    /// <param name="stop">To stop.</param>
    public static Task WriteDocuments(
        Stream target,
        PackagePlan plan,
        PackagingSoftware software,
        IReadOnlyList<IReadOnlyList<(string Name, string Value)>> kept,
        IAsyncEnumerable<IReadOnlyList<JournalEvent>> journals,
        CancellationToken stop) => XmlOut.Write(
        target,
        async file =>
        {
            var premis = new PremisOut(file.Xml, plan);
            premis.Start();
            premis.Whole("representation", Representation(plan), null, null);
            for (var i = 0; i < plan.Records.Count; i++)
            {
                premis.File(plan.Records[i], PackageNames.Data(plan.Records[i]), kept[i], Representation(plan));
                await file.PassOn(stop);
            }

            var at = 0;
            await foreach (var journal in journals.WithCancellation(stop))
            {
                var record = plan.Records[at++];
                foreach (var (number, happened) in journal.Index())
                {
                    if (happened.At <= plan.Created)
                        premis.Event($"{record.Id}/{number}", happened, PremisOut.LinkTo(record));
                }

                await file.PassOn(stop);
            }

            premis.Agents(software);
        },
        stop);

    private static string Representation(PackagePlan plan) => $"{PackageNames.ObjectId(plan.Id)}/{PackageNames.Representation}";
}
