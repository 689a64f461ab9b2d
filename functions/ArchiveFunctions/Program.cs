using ArchiveFunctions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

// The deployed function app. On one machine functions/EmbeddedHost takes this file's place and shares everything else.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
TelemetryExport.AddTo(builder);
builder.Services.AddArchive(builder.Configuration);
await builder.Build().RunAsync();
