using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Archive.ReadingRoom.Deliveries;
using Archive.Records;
using Archive.Transfer;
using ArchiveFunctions.ReadingRoom.Deliveries;
using ArchiveFunctions.ReadingRoom.Desks.Manager;
using ArchiveFunctions.Tests.Stories;
using ArchiveFunctions.Transfer;
using Browser.Tests.Browsing;
using EmbeddedHost.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Browser.Tests.Pages;

/// <summary>What others did before somebody comes to a page, each in its turn and over HTTP; answers where that page is.</summary>
internal static class Given
{
    private const string Copied = "H26/2022/ke-hoach-118-kh-ubnd.pdf";

    /// <summary>A reader's request that an archivist has not answered; its name.</summary>
    public static Task<string> AnOpenRequest(RunningArchive archive) => Asks(archive, "readingCopy", "open");

    /// <summary>A request that was declined; its name.</summary>
    public static async Task<string> ADeclinedRequest(RunningArchive archive)
    {
        var request = await Asks(archive, "authenticatedCopy", "declined");
        await Sends(archive, Guest.Archivist, HttpMethod.Post, $"api/requests/{request}/decision", new { approved = false, reasons = "Tài liệu đang tu bổ" });
        return request;
    }

    /// <summary>A request whose authenticated copy lies ready; its name.</summary>
    public static Task<string> ADeliveredCopy(RunningArchive archive) => Delivers(archive, "authenticatedCopy");

    /// <summary>A request whose reading copy lies ready, to be read and not taken along; its name.</summary>
    public static Task<string> ADeliveredReadingCopy(RunningArchive archive) => Delivers(archive, "readingCopy");

    /// <summary>What was made for a request.</summary>
    public static async Task<Delivery> DeliveryOf(RunningArchive archive, string request) =>
        (await archive.Get<DeliveryTable>().Find(RecordId.ForDelivery(request, Samples.Id(Copied)), CancellationToken.None))!.Delivery;

    /// <summary>A consignment of an agency that waits for an archivist's word; its address at the desk.</summary>
    public static async Task<string> AConsignmentThatWaits(RunningArchive archive)
    {
        await archive.Get<PolicyTable>().Add(TransferPolicy.Hanoi with { Id = "held", InForceFrom = new DateOnly(2022, 1, 1), HeldForAcceptance = true }, CancellationToken.None);
        var (agency, content) = (await archive.NewAgency(), Samples.Bytes(Copied));
        await agency.Describes("a.pdf", new
        {
            maintenance = "01", issuedDate = "15/03/2022", mode = "01", typeName = "03", organName = "Sở Nội vụ", subject = "Về công tác lưu trữ", language = "01", numberOfPage = "2", fileCode = $"{agency.Code}.2022.01",
        });
        await agency.Puts("a.pdf", content);
        await archive.Settles();

        using var officer = await agency.Officer();
        using var early = await officer.PostAsJsonAsync($"api/agencies/{agency.Code}/transfers", new { recordIds = new[] { RecordId.ForContent(agency.Code, Sha256Digest.Of(System.Security.Cryptography.SHA256.HashData(content))).Value } });
        early.EnsureSuccessStatusCode();
        await archive.Get<FunctionRuntime>().RunAsync("FormConsignments");
        await archive.Settles();
        var transfers = await officer.GetFromJsonAsync<JsonElement>($"api/agencies/{agency.Code}/transfers");
        return $"{agency.Code}/{Assert.Single(transfers.GetProperty("items").EnumerateArray()).GetProperty("id").GetString()}";
    }

    /// <summary>A consignment that was accepted, with its receipt; its address at the desk.</summary>
    public static async Task<string> AnAcceptedConsignment(RunningArchive archive)
    {
        var one = await AConsignmentThatWaits(archive);
        await Sends(archive, Guest.Archivist, HttpMethod.Post, $"api/agencies/{one.Replace("/", "/transfers/", StringComparison.Ordinal)}/decision", new { accept = true });
        await archive.Settles();
        return one;
    }

    /// <summary>An upload that was refused and stands on the board; the code of why.</summary>
    public static async Task<string> ARefusal(RunningArchive archive)
    {
        var refused = Samples.Refused("A-106-cut.docx", "dut-giua.docx");
        await (await archive.NewAgency()).Puts(refused.Name, refused.Buffer);
        await archive.Settles();
        await TheBoardIsCounted(archive);
        return "A-106";
    }

    /// <summary>A dossier's package that was taken apart; its upload.</summary>
    public static Task<string> ATakenApartPackage(RunningArchive archive) => SendsPackage(archive, "ho-so.zip", Parcel.Of("tt05-sip-dossier"));

    /// <summary>A record that two packages have named, each in a dossier of its own.</summary>
    public static async Task<string> ARecordOfTwoDossiers(RunningArchive archive)
    {
        var parcel = Parcel.Of("tt05-sip-dossier");
        await SendsPackage(archive, "ho-so.zip", parcel);
        await SendsPackage(archive, "ho-so-khac.zip", parcel.Refiled("H26.02.2023.01.TCNS", "H26.02.2024.09.TCNS"));
        return (await new Depositor(archive, AgencyCode.Parse("H26.02")).Record(parcel.Documents.First()))!.Id.Value;
    }

    /// <summary>A package with a changed byte; its upload.</summary>
    public static Task<string> ABrokenPackage(RunningArchive archive)
    {
        var parcel = Parcel.Of("tt05-sip-batch");
        parcel.Documents.First()[^1] ^= 1;
        return SendsPackage(archive, "hong.zip", parcel);
    }

    /// <summary>The board is counted, hours later, so that what it counted while the samples came in does not stand.</summary>
    public static async Task TheBoardIsCounted(RunningArchive archive)
    {
        var later = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(2));
        await ActivatorUtilities.CreateInstance<CountBoard>(archive.Host.Services, (TimeProvider)later).Run(new TimerInfo(), CancellationToken.None);
    }

    private static async Task<string> SendsPackage(RunningArchive archive, string name, Parcel parcel)
    {
        var agency = new Depositor(archive, AgencyCode.Parse("H26.02"));
        await agency.Puts(name, parcel.Zip());
        await archive.Settles();
        return (await agency.OutcomeOf(name)).GetProperty("uploadId").GetString()!;
    }

    private static async Task<string> Delivers(RunningArchive archive, string product)
    {
        var request = await Asks(archive, product, "delivered");
        await Sends(archive, Guest.Archivist, HttpMethod.Post, $"api/requests/{request}/decision", new { approved = true, reasons = "Tài liệu công khai" });
        await archive.Settles();
        return request;
    }

    private static async Task<string> Asks(RunningArchive archive, string product, string key)
    {
        await Registers(archive, Guest.Reader);
        var form = new { key = string.Create(CultureInfo.InvariantCulture, $"{product}-{key}"), recordIds = new[] { Samples.Id(Copied).Value }, product, copies = product == "readingCopy" ? (int?)null : 1, purpose = "01", purposeContent = "Nghiên cứu lịch sử Hà Nội" };
        return (await Sends(archive, Guest.Reader, HttpMethod.Post, "api/requests", form)).GetProperty("id").GetString()!;
    }

    /// <summary>Makes the account of a reader who has none.</summary>
    private static async Task Registers(RunningArchive archive, Guest reader)
    {
        using var client = await Client(archive, reader);
        using var known = await client.GetAsync(new Uri("api/account", UriKind.Relative));
        if (known.StatusCode == System.Net.HttpStatusCode.NotFound)
            await Sends(archive, reader, HttpMethod.Put, "api/account", new { fullName = reader.Name, personalId = "001090012345", email = "duc@example.vn" });
    }

    private static async Task<HttpClient> Client(RunningArchive archive, Guest guest)
    {
        var client = new HttpClient { BaseAddress = archive.Host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await archive.TokenOf(guest.Name!, guest.Role));
        return client;
    }

    private static async Task<JsonElement> Sends(RunningArchive archive, Guest guest, HttpMethod method, string route, object body)
    {
        using var client = await Client(archive, guest);
        using var request = new HttpRequestMessage(method, route) { Content = JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{route}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
