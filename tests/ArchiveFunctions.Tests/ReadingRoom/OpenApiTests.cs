using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Archive.ReadingRoom;
using Archive.Records;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Arrangement;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Disclosing;
using ArchiveFunctions.ReadingRoom.Requests.Api;
using ArchiveFunctions.Resources;
using ArchiveFunctions.Tests.Catalogue;
using ArchiveFunctions.Transfer.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.Tests.ReadingRoom;

/// <summary>The description of the API and the API are held together.</summary>
public sealed partial class OpenApiTests
{
    [Fact]
    public async Task Every_route_and_method_is_described_and_nothing_else_is()
    {
        var routes = Triggers().SelectMany(trigger => trigger.Methods!.Select(method => $"{method.ToUpperInvariant()} /{trigger.Route}")).Where(route => route.Contains(" /api/", StringComparison.Ordinal)).Order().ToList();
        var described = (await Description()).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}")).Order();

        Assert.NotEmpty(routes);
        Assert.Equal(routes, described);
    }

    [Fact]
    public async Task Every_problem_code_named_exists_with_the_status_it_stands_under()
    {
        var named = (await Description()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .SelectMany(method => method.Value.GetProperty("responses").EnumerateObject())
            .Where(response => response.Value.GetProperty("description").GetString()!.StartsWith("Problem: ", StringComparison.Ordinal))
            .SelectMany(response => Code().Matches(response.Value.GetProperty("description").GetString()!).Select(code => (Code: code.Groups[1].Value, Status: response.Name)))
            .Where(named => named.Code != "Retry-After").ToList();

        Assert.NotEmpty(named);
        Assert.All(named, one => Assert.Equal(one.Status, ProblemCode.All.Single(code => code.Id == one.Code).Status.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(ProblemCode.All.Where(code => !code.OnPagesOnly).Select(code => code.Id).Order(), named.Select(one => one.Code).Distinct().Order());
    }

    [Fact]
    public async Task A_route_says_that_it_may_be_forbidden_where_it_is_not_for_anyone()
    {
        var paths = (await Description()).GetProperty("paths");
        var functions = HttpFunction.All.Where(one => one.Route.StartsWith("api/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(functions);
        Assert.All(functions, function => Assert.All(function.Methods, method => Assert.Equal(
            (function.Name, Permissions.All.Single(row => row.Act == function.Name).Anyone),
            (function.Name, !paths.GetProperty($"/{function.Route}").GetProperty(method.ToLowerInvariant()).GetProperty("responses").TryGetProperty("403", out _)))));
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var description = await Description();
        var schemas = description.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name).ToHashSet();
        var references = Reference().Matches(description.GetRawText()).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(references);
        Assert.Subset(schemas, references);
    }

    [Fact]
    public async Task A_record_is_answered_with_the_properties_described()
    {
        var record = Shelf.Record("a", Shelf.Finance, "01", ("subject", "Về việc"), ("typeName", "10"), ("codeNumber", "1"), ("codeNotation", "KH"), ("issuedDate", "2020"), ("organName", "Sở")) with
        {
            Findings = [Finding.Of(FindingCodes.NoText, "page 1")],
            Signatures = [new("a", "b", DateTimeOffset.UnixEpoch, true, true, "c")],
        };
        var json = JsonSerializer.Deserialize<JsonElement>(RecordJson.Of(record, Words.English, withPermit: true).Bytes);
        var schemas = (await Description()).GetProperty("components").GetProperty("schemas");

        AssertMatches(json, "Record", schemas);
        AssertMatches(json.GetProperty("content"), "Content", schemas);
        AssertMatches(json.GetProperty("links"), "Links", schemas);
        AssertMatches(json.GetProperty("findings")[0], "Finding", schemas);
        AssertMatches(json.GetProperty("signatures")[0], "Signature", schemas);
        Assert.Equal("1970-01-01T07:00:00+07:00", json.GetProperty("signatures")[0].GetProperty("signedAt").GetString());
    }

    [Theory]
    [InlineData(typeof(RecordView), "Record")]
    [InlineData(typeof(DisclosedView), "DisclosedRecord")]
    [InlineData(typeof(DisclosedFieldBody), "DisclosedField")]
    [InlineData(typeof(DisclosedLinksBody), "DisclosedLinks")]
    [InlineData(typeof(DisclosureRequestBody), "DisclosureRequest")]
    [InlineData(typeof(DisclosureBody), "Disclosure")]
    [InlineData(typeof(DisclosureListBody), "DisclosureList")]
    [InlineData(typeof(RecordList), "RecordList")]
    [InlineData(typeof(ArchiveFunctions.Catalogue.CatalogueHit), "RecordItem")]
    [InlineData(typeof(ArchiveFunctions.Catalogue.FacetCount), "FacetCount")]
    [InlineData(typeof(ArchiveFunctions.Catalogue.RebuildReport), "Rebuild")]
    [InlineData(typeof(ContentBody), "Content")]
    [InlineData(typeof(FieldBody), "Field")]
    [InlineData(typeof(StatementBody), "Statement")]
    [InlineData(typeof(SignatureBody), "Signature")]
    [InlineData(typeof(LinksBody), "Links")]
    [InlineData(typeof(DossierBody), "Dossier")]
    [InlineData(typeof(DossierFieldBody), "DossierField")]
    [InlineData(typeof(DossierItemBody), "DossierItem")]
    [InlineData(typeof(HistoryBody), "History")]
    [InlineData(typeof(HistoryItem), "Event")]
    [InlineData(typeof(HealthBody), "Health")]
    [InlineData(typeof(ProblemBody), "Problem")]
    [InlineData(typeof(FindingBody), "Finding")]
    [InlineData(typeof(ScheduleBody), "Schedule")]
    [InlineData(typeof(DeadlineBody), "Deadline")]
    [InlineData(typeof(AuditBody), "Audit")]
    [InlineData(typeof(AuditCountBody), "AuditCount")]
    [InlineData(typeof(AuditEntryBody), "AuditEntry")]
    [InlineData(typeof(NoticeListBody), "NoticeList")]
    [InlineData(typeof(NoticeBody), "Notice")]
    [InlineData(typeof(ForecastBody), "Forecast")]
    [InlineData(typeof(ForecastMonthBody), "ForecastMonth")]
    [InlineData(typeof(PolicyBody), "Policy")]
    [InlineData(typeof(PolicyListBody), "PolicyList")]
    [InlineData(typeof(PolicyEffectBody), "PolicyEffect")]
    [InlineData(typeof(AgencyEffectBody), "AgencyEffect")]
    [InlineData(typeof(ExemptionRequestBody), "ExemptionRequest")]
    [InlineData(typeof(ExemptionConfirmationBody), "ExemptionConfirmation")]
    [InlineData(typeof(ExemptionBody), "Exemption")]
    [InlineData(typeof(HoldBody), "Hold")]
    [InlineData(typeof(FigureBody), "Figure")]
    [InlineData(typeof(CumulativeBody), "Cumulative")]
    [InlineData(typeof(FigureItemBody), "FigureItem")]
    [InlineData(typeof(TransferBody), "Transfer")]
    [InlineData(typeof(TransferListBody), "TransferList")]
    [InlineData(typeof(ArchiveFunctions.Transfer.Api.ReleaseBody), "Release")]
    [InlineData(typeof(PermitBody), "Permit")]
    [InlineData(typeof(PermitItemBody), "PermitItem")]
    [InlineData(typeof(PermitListBody), "PermitList")]
    [InlineData(typeof(DecisionBody), "Decision")]
    [InlineData(typeof(ReceiptBody), "Receipt")]
    [InlineData(typeof(ReceiptListBody), "ReceiptList")]
    [InlineData(typeof(EarlyTransferRequestBody), "EarlyTransferRequest")]
    [InlineData(typeof(KeptBody), "Kept")]
    [InlineData(typeof(EarlyTransferBody), "EarlyTransfer")]
    [InlineData(typeof(DossierReadinessBody), "DossierReadiness")]
    [InlineData(typeof(ArchiveFunctions.ReadingRoom.Deliveries.VerificationBody), "Verification")]
    [InlineData(typeof(ArchiveFunctions.ReadingRoom.Deliveries.VerifiedRecordBody), "VerifiedRecord")]
    [InlineData(typeof(AccountBody), "Account")]
    [InlineData(typeof(CopyRequestFormBody), "CopyRequestForm")]
    [InlineData(typeof(CopyRequestBody), "CopyRequest")]
    [InlineData(typeof(CopyRequestListBody), "CopyRequestList")]
    [InlineData(typeof(RequestDecisionBody), "RequestDecision")]
    [InlineData(typeof(RequestFeeBody), "RequestFee")]
    [InlineData(typeof(PaymentBody), "Payment")]
    public async Task Every_body_has_the_properties_described(Type body, string schema)
    {
        var declared = body.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        var described = (await Description()).GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties").EnumerateObject().Select(property => property.Name);

        Assert.Equal(described.Order(), declared.Order());
    }

    [Fact]
    public async Task The_grounds_of_exemption_are_those_described() => Assert.Equal(
        Archive.Transfer.ExemptionBasis.All.Select(basis => basis.Code),
        (await Description()).GetProperty("components").GetProperty("schemas").GetProperty("ExemptionRequest").GetProperty("properties").GetProperty("code").GetProperty("enum").EnumerateArray().Select(code => code.GetString()));

    private static void AssertMatches(JsonElement json, string name, JsonElement schemas)
    {
        var schema = schemas.GetProperty(name);
        var present = json.EnumerateObject().Select(property => property.Name).ToHashSet();
        Assert.Subset(schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToHashSet(), present);
        Assert.Superset(schema.GetProperty("required").EnumerateArray().Select(required => required.GetString()!).ToHashSet(), present);
    }

    private static IEnumerable<HttpTriggerAttribute> Triggers() => typeof(GetRecord).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
        .OfType<HttpTriggerAttribute>();

    private static Task<JsonElement> Description() => Answers.Json(new GetOpenApi().Run(new DefaultHttpContext().Request));

    [GeneratedRegex("`([A-Za-z-]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("#/components/schemas/([A-Za-z]+)")]
    private static partial Regex Reference();
}
