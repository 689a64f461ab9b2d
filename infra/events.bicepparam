using 'events.bicep'

// Filled from what main.bicep answered; `azd` puts those outputs into the environment.
param topicName = readEnvironmentVariable('EVENT_TOPIC', 'evgt-archive')
param accountName = readEnvironmentVariable('ARCHIVE_ACCOUNT', 'starchive')
param eventsIdentityId = readEnvironmentVariable(
  'EVENTS_IDENTITY',
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-events'
)
param appName = readEnvironmentVariable('APP_NAME', 'func-archive')
param appGroup = readEnvironmentVariable('APP_GROUP', 'rg-archive-app')
param hostName = readEnvironmentVariable('APP_HOST', 'func-archive.example')
