using System.Net;
using System.Text.RegularExpressions;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.Tests.Stories;
using ArchiveFunctions.Transfer;

namespace ArchiveFunctions.Tests.ReadingRoom.Desks;

/// <summary>An archivist at the consignments that wait, with forms alone.</summary>
public sealed partial class AcceptanceStories : IAsyncLifetime
{
    private readonly PunctualArchive archive = new();

    public ValueTask InitializeAsync() => archive.InitializeAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task Consignments_of_all_agencies_wait_in_one_list_and_are_accepted_or_returned_by_form()
    {
        await archive.Get<PolicyTable>().Add(TransferPolicy.Hanoi with { Id = "held", InForceFrom = new DateOnly(2022, 1, 1), HeldForAcceptance = true }, CancellationToken.None);
        var (one, other) = (await archive.NewAgency(), await archive.NewAgency());
        var (accepted, returned) = (await one.Deposits("a.pdf", PunctualArchive.Complete("15/03/1998")), await other.Deposits("b.pdf", PunctualArchive.Complete("15/03/1998", "HS-<12>")));
        await archive.Settles();
        await archive.WakesOn(new DateOnly(2028, 1, 10));
        using var archivist = await archive.Client(null, "archivist");
        var list = await archivist.Page("desk/acceptances?lang=en");
        Assert.Contains("2 waiting, the longest first.", list, StringComparison.Ordinal);

        var page = await archivist.Page(LinkTo(list, one));
        Assert.All(new[] { "Waits for an archivist's word.", "read back and found equal", "Về công tác lưu trữ" }, said => Assert.Contains(said, page, StringComparison.Ordinal));
        var signed = await archivist.SendsForm(LinkTo(list, one), HttpStatusCode.OK, ("decision", "accept"));
        Assert.Contains("Accepted; the receipt is being signed", signed, StringComparison.Ordinal);
        await archive.Settles();
        var done = await archivist.Page(LinkTo(list, one));
        Assert.Contains("The historical archive has custody of every record.", done, StringComparison.Ordinal);
        var receipt = ReceiptLink().Match(done).Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await archivist.GetAsync(new Uri(receipt, UriKind.Relative))).StatusCode);
        Assert.Equal(Custody.Historical, (await one.Record(accepted))!.Custody);
        Assert.Contains("does not wait", (await archivist.SendsForm(LinkTo(list, one), HttpStatusCode.Conflict, ("decision", "return"), ("reason", "Muộn"))).Replace("is not waiting", "does not wait", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        Assert.Contains("role=\"alert\"", await archivist.SendsForm(LinkTo(list, other), HttpStatusCode.UnprocessableEntity, ("decision", "return"), ("reason", " ")), StringComparison.Ordinal);
        var back = await archivist.SendsForm(LinkTo(list, other), HttpStatusCode.OK, ("decision", "return"), ("reason", "Trích yếu <sai>"));
        Assert.All(new[] { "Returned; the records stay with their agency", "Trích yếu <sai>" }, said => Assert.Contains(said, back, StringComparison.Ordinal));
        Assert.Equal(Custody.Agency, (await other.Record(returned))!.Custody);
        Assert.Contains("None is waiting.", await archivist.Page("desk/acceptances?lang=en"), StringComparison.Ordinal);
    }

    private static string LinkTo(string list, Depositor agency) => Regex.Match(list, $"/(desk/acceptances/{agency.Code}/c[0-9a-z]+)").Groups[1].Value + "?lang=en";

    [GeneratedRegex("href=\"/(api/agencies/[^\"]+/receipts/[0-9]+)\"")]
    private static partial Regex ReceiptLink();
}
