using System.Globalization;
using System.Text;
using ArchiveFunctions.Transfer;
using Infra.Tests.Policies;

namespace Infra.Tests.Cost;

/// <summary>infra/COST.md.</summary>
internal static class CostPage
{
    private static readonly double[] Volumes = [1e6, 10e6, 100e6];

    public static string Write(CostModel model)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # What it costs, computed

            Written by a test from [prices.json](prices.json), [workload.json](workload.json), the operations in the [README](../README.md) (counted by the
            benchmarks) and the evaluated deployments. US dollars a month, without tax, traffic and readers.
            **The prices are list-price assumptions of {model.PricesAsOf}, verified nowhere**: put in those of your agreement and write the page anew
            (`ARCHIVE_GOLDEN=write dotnet test --project tests/Infra.Tests`). What a record is taken to be stands in `workload.json`, each figure with its source.

            ## At rest


            """);
        Table(page, ["", "dev", "prod"], Sum(model.AtRest(Deployment.Dev), model.AtRest(Deployment.Prod)));
        page.Append("\n## A million records\n\n");
        Table(page, ["once, when they come", "dev", "prod"], Sum(model.PerMillion(Deployment.Dev), model.PerMillion(Deployment.Prod)));
        page.Append('\n');
        Table(page, ["each month they are held", "dev", "prod"], Sum(model.HeldPerMillion(Deployment.Dev), model.HeldPerMillion(Deployment.Prod)));
        page.Append("\n## A year's intake, in production\n\nThe last month of the first year, when all of it is held: at rest, a twelfth of the intake, and storage; and the same after four years, when the first records have been transferred. * More than the tier's twelve partitions: a larger tier is needed, and is reckoned as if its price grew alike. The price of a record is at most this: storage is counted as if all of it had been held from the first day.\n\n");
        Table(page, ["records a year", "search partitions, year 1 / 4", "month 12", "month 48", "a record, in its first year"], Volumes.Select(volume => Year(model, volume)));
        page.Append("\n## Where the limits are\n\nIn the order in which they are met.\n\n");
        Table(page, ["limit", "met at", "what lifts it"], Limits(model).OrderBy(limit => limit.Records).Select(limit => (string[])[limit.What, $"{Number(limit.Records)} {limit.Unit}", limit.Lifted]));
        return page.ToString();
    }

    private static string[] Year(CostModel model, double perYear)
    {
        var once = model.PerMillion(Deployment.Prod).Sum(line => line.PerMonth) * perYear / 1e6;
        var (first, fourth) = (Month(1), Month(4));
        return [Number(perYear), $"{Partitions(perYear)} / {Partitions(4 * perYear)}", Money(first), Money(fourth), ((once + (first * 12)) / perYear).ToString("0.0000", CultureInfo.InvariantCulture)];

        string Partitions(double records) => model.Partitions(records, "standard") is var needed && needed > model.SearchPartitions("standard") ? $"{needed}*" : $"{needed}";

        double Month(int years)
        {
            var lines = model.HeldPerMillion(Deployment.Prod);
            // The historical archive holds what is older than three years; the agencies' copies stay until they are released.
            var held = (lines[0].PerMonth + lines[1].PerMonth) * perYear * years / 1e6;
            var preserved = lines[2].PerMonth * perYear * Math.Max(0, years - 3) / 1e6;
            var more = (Math.Max(1, model.Partitions(years * perYear, "standard")) - 1) * model.AtRest(Deployment.Prod)[0].PerMonth;
            return model.AtRest(Deployment.Prod).Sum(line => line.PerMonth) + more + (once / 12) + held + preserved;
        }
    }

    private static IEnumerable<(string What, double Records, string Unit, string Lifted)> Limits(CostModel model)
    {
        var perRecord = 1048576 / model.Work("indexKB");
        yield return ("Index on one basic partition (dev)", model.SearchGB("basic") * perRecord, "records held", "`searchSku: 'standard'`");
        yield return ("Index on one standard partition (prod)", model.SearchGB("standard") * perRecord, "records held", "more partitions, up to twelve: `searchPartitions`");
        yield return ("Index on twelve standard partitions", 12 * model.SearchGB("standard") * perRecord, "records held", "a larger search tier, or an index for each decade");
        var sweeps = (22 - 17 + 1) * 6.0;
        yield return ("A night's sweeps", SweepDeadlines.Most * sweeps * 365 / model.Work("permanentShare"), "records a year", "more sweeps a night; what is not announced in one is announced in the next");
        var operations = model.Count("table") + model.Work("sharedOperations") + (model.Work("permanentShare") * model.Work("permanentOperations"));
        yield return ("Tables: 20,000 operations a second and account", 20_000 / operations * 365 * 24 * 3600, "records a year, evenly spread", "an account for each group of agencies");
        yield return ("Ingest: 100 instances that take a record a second each", 100.0 * 365 * 24 * 3600, "records a year, evenly spread", "`maximumInstanceCount`, up to the region's quota (250 instances of 2 GB)");
    }

    private static IEnumerable<string[]> Sum(IReadOnlyList<CostLine> dev, IReadOnlyList<CostLine> prod) =>
    [
        .. dev.Zip(prod, (left, right) => (string[])[left.What == right.What ? left.What : $"{left.What} / {right.What}", Money(left.PerMonth), Money(right.PerMonth)]),
        ["**together**", $"**{Money(dev.Sum(line => line.PerMonth))}**", $"**{Money(prod.Sum(line => line.PerMonth))}**"],
    ];

    private static void Table(StringBuilder page, string[] head, IEnumerable<string[]> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", head)} |\n|{string.Concat(head.Select((_, i) => i == 0 ? "---|" : "---:|"))}\n");
        foreach (var row in rows)
            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
    }

    private static string Money(double amount) => amount.ToString(amount < 100 ? "#,0.00" : "#,0", CultureInfo.InvariantCulture);

    private static string Number(double count) => count >= 1e9 ? $"{(count / 1e9).ToString("0.#", CultureInfo.InvariantCulture)} billion" : $"{(count / 1e6).ToString("0.#", CultureInfo.InvariantCulture)} million";
}
