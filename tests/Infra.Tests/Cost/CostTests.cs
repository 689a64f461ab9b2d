using Infra.Tests.Policies;
using Infra.Tests.Templates;

namespace Infra.Tests.Cost;

public sealed class CostTests
{
    private static readonly CostModel Model = new();

    [Fact]
    public void The_page_is_what_the_model_computes() => Repository.Golden(CostPage.Write(Model), "infra", "COST.md");

    [Fact]
    public void Every_operation_of_the_readme_is_billed_somewhere()
    {
        Assert.NotEmpty(Model.Operations);
        string[] kinds = ["table", "blobRead", "blobWrite", "bus", "free"];
        Assert.Equal(Model.Operations.Count, kinds.Sum(Model.Count));
    }

    [Fact]
    public void Production_at_rest_fits_its_budget()
    {
        var budget = Deployment.Prod.All("Microsoft.Consumption/budgets").Single(one => one.Id.Contains("-app/", StringComparison.Ordinal));
        Assert.InRange(Model.AtRest(Deployment.Prod).Sum(line => line.PerMonth), 1, (double)budget.Property("amount")!);
    }
}
