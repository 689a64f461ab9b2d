using Archive.Accession;
using Archive.Transfer;
using ArchiveFunctions.Accession;
using ArchiveFunctions.Accession.Api;
using ArchiveFunctions.Accession.Content;
using ArchiveFunctions.Catalogue;
using ArchiveFunctions.Description;
using ArchiveFunctions.ReadingRoom;
using ArchiveFunctions.ReadingRoom.Desks.Archivist;
using ArchiveFunctions.ReadingRoom.Desks.Manager;
using ArchiveFunctions.Records;
using ArchiveFunctions.Transfer;
using ArchiveFunctions.Transfer.Api;
using ArchiveFunctions.Transfer.Consignments;
using ArchiveFunctions.Transfer.Fixity;
using ArchiveFunctions.Transfer.Receipts;
using ArchiveFunctions.Transfer.Releases;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ArchiveFunctions;

/// <summary>What both hosts register: the deployed app in Program.cs, and the embedded host.</summary>
public static class Wiring
{
    /// <summary>
    /// Everything the functions need. Client options found in the container are used (transports, policies), so that a host can add its own.
    /// </summary>
    public static IServiceCollection AddArchive(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new BlobClientOptions());
        services.TryAddSingleton(new TableClientOptions());
        services.AddSingleton(provider => StorageConnections.Blobs(configuration, StorageNames.Archive, provider.GetRequiredService<BlobClientOptions>()));
        services.AddSingleton(provider => StorageConnections.Tables(configuration, StorageNames.Archive, provider.GetRequiredService<TableClientOptions>()));
        services.AddSingleton(provider =>
            new HistoricalStorage(StorageConnections.Blobs(configuration, StorageNames.Historical, provider.GetRequiredService<BlobClientOptions>())));
        services.AddSingleton<RecordTable>();
        services.AddSingleton<Vault>();
        services.AddSingleton<AgencyRegister>();
        services.AddSingleton<Provisioning>();
        return services.AddAccession(configuration).AddDescription().AddTransfer().AddReceipts(configuration).AddCatalogue().AddReadingRoom().AddArchivistsDesk().AddBoard();
    }

    private static IServiceCollection AddAccession(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection("Admission").Get<AdmissionPolicy>() ?? new AdmissionPolicy())
        .AddSingleton<Inbox>()
        .AddSingleton<UploadTable>()
        .AddSingleton<UploadInspector>()
        .AddSingleton(provider => new ContentCheck(
            provider.GetRequiredService<TimeProvider>(), ContentLimits.Default with { Time = provider.GetRequiredService<AdmissionPolicy>().TimeBudget }))
        .AddSingleton<StampCheck>()
        .AddSingleton<Quarantine>()
        .AddSingleton<DocumentIntake>()
        .AddSingleton<SidecarIntake>()
        .AddSingleton<DossierRegister>()
        .AddSingleton<Submissions>()
        .AddSingleton<Unpacking>()
        .AddSingleton<PackageIntake>()
        .AddSingleton<FolderIntake>()
        .AddSingleton<Intake>()
        .AddSingleton<UploadSlots>()
        .AddSingleton<OfficersDesk>();

    private static IServiceCollection AddDescription(this IServiceCollection services) => services
        .AddSingleton(provider => new DocumentReader(provider.GetRequiredService<TimeProvider>(), LegacyText.ToUnicode));

    private static IServiceCollection AddTransfer(this IServiceCollection services) => services
        .AddSingleton<PolicyTable>()
        .AddSingleton<DeadlineTable>()
        .AddSingleton<AgendaTable>()
        .AddSingleton<NoticeTable>()
        .AddSingleton<ClockKeeper>()
        .AddSingleton(Settling.Usual)
        .AddSingleton<WaitingTable>()
        .AddSingleton<Dossiers>()
        .AddSingleton<EarlyHandover>()
        .AddSingleton<AgencyForecast>()
        .AddSingleton<ConsignmentTable>()
        .AddSingleton<ConsignmentClaims>()
        .AddSingleton<ConsignmentDecision>()
        .AddSingleton<ConsignmentPackage>()
        .AddSingleton<PreservedPackages>()
        .AddSingleton<Contents>()
        .AddSingleton<FixityAgenda>()
        .AddSingleton<PreservedFixity>()
        .AddSingleton<PackageCheck>()
        .AddSingleton<PermitStandings>()
        .AddSingleton<FigureTable>()
        .AddSingleton<FigureDesk>()
        .AddSingleton<PolicyPreview>()
        .AddSingleton<PolicyProgress>()
        .AddSingleton<PersonsWord>()
        .AddSingleton<TransferDesk>()
        .AddSingleton<ExemptionAnswers>();

    private static IServiceCollection AddReceipts(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => ReceiptKeys.Of(configuration))
        .AddSingleton<ReceiptBook>();
}
