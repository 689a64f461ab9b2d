metadata name = 'Records archive'
metadata description = 'The whole deployment: composition only. Three groups: archive and historical hold what cannot be replaced, app what can.'

targetScope = 'subscription'

import { choices } from 'choices.bicep'
import { grants } from 'grants.bicep'
import { endings } from 'names.bicep'
import { depositor } from 'modules/depositors.bicep'
import { endpoint } from 'modules/private-endpoints.bicep'

// ---------------------------------------------------------------------------------------------- parameters

@description('Required. A short name for this deployment; every name is made from it.')
@minLength(2)
@maxLength(12)
param environmentName string

@description('Required. Where everything is.')
@metadata({ azd: { type: 'location' } })
param location string

@description('Required. Redundancy, sizes and periods (choices.bicep).')
param choice choices

@description('Required. Whose tokens are believed: the agencies\' and readers\' OpenID Connect issuer.')
param identity {
  issuer: string
  audience: string
  metadataAddress: string
  clientId: string
  scope: string
  hasClientSecret: bool
}

@description('Required. Who is told of alerts and costs, as mail addresses.')
@minLength(1)
param operators string[]

@description('Optional. Networks uploads come from, as addresses or CIDR ranges. Only asked for with private networking.')
param uploadNetworks string[] = []

@description('Optional. Agencies whose own systems upload with an identity.')
param depositors depositor[] = []

@description('Optional. Systems that subscribe to the topics.')
param subscribers string[] = []

@description('Optional. Origins of pages, other than the app\'s own, whose visitors may upload with a signed address.')
param uploadOrigins string[] = []

@description('Optional. Functions switched off, by name: how ingest is paused across deployments.')
param disabledFunctions string[] = []

@description('Optional. First month of the budgets.')
param budgetSince string = '2027-01-01'

// ---------------------------------------------------------------------------------------------- names

// Computed here and passed down, so that a deployment can be evaluated before anything exists.
var token = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName }
var groups = {
  archive: 'rg-${environmentName}-archive'
  historical: 'rg-${environmentName}-historical'
  app: 'rg-${environmentName}-app'
}
var names = {
  archiveAccount: 'starchive${token}'
  historicalAccount: 'sthistory${token}'
  runtimeAccount: 'struntime${token}'
  keyVault: 'kv-${token}'
  serviceBus: 'sb-archive-${token}'
  search: 'srch-${token}'
  workspace: 'log-archive-${token}'
  insights: 'appi-archive-${token}'
  app: 'func-archive-${token}'
  plan: 'plan-archive-${token}'
  eventTopic: 'evgt-archive-${token}'
  network: 'vnet-archive-${token}'
  appIdentity: 'id-archive-${token}'
  eventsIdentity: 'id-events-${token}'
}
var appGroupId = '${subscription().id}/resourceGroups/${groups.app}'
var archiveGroupId = '${subscription().id}/resourceGroups/${groups.archive}'
var historicalGroupId = '${subscription().id}/resourceGroups/${groups.historical}'
var ids = {
  archiveAccount: '${archiveGroupId}/providers/Microsoft.Storage/storageAccounts/${names.archiveAccount}'
  historicalAccount: '${historicalGroupId}/providers/Microsoft.Storage/storageAccounts/${names.historicalAccount}'
  runtimeAccount: '${appGroupId}/providers/Microsoft.Storage/storageAccounts/${names.runtimeAccount}'
  keyVault: '${archiveGroupId}/providers/Microsoft.KeyVault/vaults/${names.keyVault}'
  serviceBus: '${appGroupId}/providers/Microsoft.ServiceBus/namespaces/${names.serviceBus}'
  search: '${appGroupId}/providers/Microsoft.Search/searchServices/${names.search}'
  workspace: '${appGroupId}/providers/Microsoft.OperationalInsights/workspaces/${names.workspace}'
  actionGroup: '${appGroupId}/providers/Microsoft.Insights/actionGroups/archive-operators'
  eventTopic: '${archiveGroupId}/providers/Microsoft.EventGrid/systemTopics/${names.eventTopic}'
  network: '${appGroupId}/providers/Microsoft.Network/virtualNetworks/${names.network}'
  appIdentity: '${appGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${names.appIdentity}'
  eventsIdentity: '${appGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${names.eventsIdentity}'
}

// ---------------------------------------------------------------------------------------------- groups

resource archiveGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: groups.archive
  location: location
  tags: tags
}
resource historicalGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: groups.historical
  location: location
  tags: tags
}
resource appGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = { name: groups.app, location: location, tags: tags }

module budgetArchive 'modules/budget.bicep' = {
  scope: archiveGroup
  params: { amount: choice.monthlyBudget.archive, since: budgetSince, operators: operators }
}
module budgetHistorical 'modules/budget.bicep' = {
  scope: historicalGroup
  params: { amount: choice.monthlyBudget.historical, since: budgetSince, operators: operators }
}
module budgetApp 'modules/budget.bicep' = {
  scope: appGroup
  params: { amount: choice.monthlyBudget.app, since: budgetSince, operators: operators }
}

// ---------------------------------------------------------------------------------------------- who, and who watches

module identities 'modules/identities.bicep' = {
  scope: appGroup
  params: { appIdentityName: names.appIdentity, eventsIdentityName: names.eventsIdentity, location: location }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: appGroup
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    location: location
    logDays: choice.logDays
    operators: operators
  }
}

// ---------------------------------------------------------------------------------------------- irreplaceable

module archiveStorage 'modules/archive-storage.bicep' = {
  scope: archiveGroup
  params: {
    name: names.archiveAccount
    location: location
    sku: choice.archiveSku
    softDeleteDays: choice.softDeleteDays
    uploadOrigins: concat(['https://${names.app}.azurewebsites.net'], uploadOrigins)
    allowedNetworks: choice.privateNetworking ? uploadNetworks : null
    workspaceId: ids.workspace
  }
  dependsOn: [monitoring]
}

module archiveTables 'modules/archive-tables.bicep' = {
  scope: archiveGroup
  params: { accountName: names.archiveAccount }
  dependsOn: [archiveStorage]
}

module historicalStorage 'modules/historical-storage.bicep' = {
  scope: historicalGroup
  params: {
    name: names.historicalAccount
    location: location
    sku: choice.historicalSku
    preservationDays: choice.preservationDays
    softDeleteDays: choice.softDeleteDays
    isPrivate: choice.privateNetworking
    workspaceId: ids.workspace
  }
  dependsOn: [monitoring]
}

module keyVault 'modules/key-vault.bicep' = {
  scope: archiveGroup
  params: { name: names.keyVault, location: location, isPrivate: choice.privateNetworking, workspaceId: ids.workspace }
  dependsOn: [monitoring]
}

// ---------------------------------------------------------------------------------------------- disposable

module runtimeStorage 'modules/runtime-storage.bicep' = {
  scope: appGroup
  params: {
    name: names.runtimeAccount
    location: location
    zoneRedundant: choice.zoneRedundant
    isPrivate: choice.privateNetworking
  }
}

module serviceBus 'modules/service-bus.bicep' = {
  scope: appGroup
  params: {
    name: names.serviceBus
    location: location
    sku: choice.serviceBusSku
    isPrivate: choice.privateNetworking
    subscribers: subscribers
    workspaceId: ids.workspace
  }
  dependsOn: [monitoring]
}

module search 'modules/search.bicep' = {
  scope: appGroup
  params: {
    name: names.search
    location: location
    sku: choice.searchSku
    partitions: choice.searchPartitions
    replicas: choice.searchReplicas
    isPrivate: choice.privateNetworking
    workspaceId: ids.workspace
  }
  dependsOn: [monitoring]
}

module eventTopic 'modules/event-topic.bicep' = {
  scope: archiveGroup
  params: { name: names.eventTopic, location: location, accountId: ids.archiveAccount, identityId: ids.eventsIdentity }
  dependsOn: [archiveStorage, identities]
}

module alerts 'modules/alerts.bicep' = {
  scope: appGroup
  params: {
    location: location
    workspaceId: ids.workspace
    actionGroupId: ids.actionGroup
    serviceBusId: ids.serviceBus
    eventTopicId: ids.eventTopic
  }
  dependsOn: [monitoring, serviceBus, eventTopic]
}

// ---------------------------------------------------------------------------------------------- network

var targets endpoint[] = [
  { name: 'archive-blob', id: ids.archiveAccount, face: 'blob', zone: 'privatelink.blob.${endings.storage}' }
  { name: 'archive-table', id: ids.archiveAccount, face: 'table', zone: 'privatelink.table.${endings.storage}' }
  { name: 'archive-queue', id: ids.archiveAccount, face: 'queue', zone: 'privatelink.queue.${endings.storage}' }
  { name: 'historical-blob', id: ids.historicalAccount, face: 'blob', zone: 'privatelink.blob.${endings.storage}' }
  { name: 'runtime-blob', id: ids.runtimeAccount, face: 'blob', zone: 'privatelink.blob.${endings.storage}' }
  { name: 'runtime-table', id: ids.runtimeAccount, face: 'table', zone: 'privatelink.table.${endings.storage}' }
  { name: 'runtime-queue', id: ids.runtimeAccount, face: 'queue', zone: 'privatelink.queue.${endings.storage}' }
  { name: 'service-bus', id: ids.serviceBus, face: 'namespace', zone: 'privatelink.${endings.serviceBus}' }
  { name: 'search', id: ids.search, face: 'searchService', zone: 'privatelink.${endings.search}' }
  { name: 'key-vault', id: ids.keyVault, face: 'vault', zone: 'privatelink.${endings.keyVaultPrivate}' }
]

module network 'modules/network.bicep' = if (choice.privateNetworking) {
  scope: appGroup
  params: { name: names.network, location: location, zones: union(map(targets, target => target.zone), []) }
}

module privateEndpoints 'modules/private-endpoints.bicep' = if (choice.privateNetworking) {
  scope: appGroup
  params: { targets: targets, subnetId: '${ids.network}/subnets/endpoints', location: location }
  dependsOn: [network, archiveStorage, historicalStorage, runtimeStorage, serviceBus, search, keyVault]
}

// ---------------------------------------------------------------------------------------------- roles, then the app

module roles 'modules/roles.bicep' = [
  for part in items({
    archive: { group: groups.archive, account: names.archiveAccount }
    historical: { group: groups.historical, account: names.historicalAccount }
    // The host's account and the services of its group.
    runtime: { group: groups.app, account: names.runtimeAccount }
    app: { group: groups.app, account: names.runtimeAccount }
  }): {
    name: 'roles-${part.key}'
    scope: resourceGroup(part.value.group)
    params: {
      grants: filter(grants, row => row.of == part.key)
      identities: { app: ids.appIdentity, events: ids.eventsIdentity }
      principals: { app: identities.outputs.appPrincipalId, events: identities.outputs.eventsPrincipalId }
      named: {
        account: part.value.account
        bus: names.serviceBus
        search: names.search
        insights: names.insights
        keyVault: names.keyVault
      }
    }
    dependsOn: [
      archiveStorage
      archiveTables
      historicalStorage
      runtimeStorage
      serviceBus
      search
      monitoring
      keyVault
    ]
  }
]

module depositorRoles 'modules/depositors.bicep' = {
  scope: archiveGroup
  params: { accountName: names.archiveAccount, depositors: depositors }
  dependsOn: [archiveStorage]
}

module app 'modules/function-app.bicep' = {
  scope: appGroup
  params: {
    name: names.app
    planName: names.plan
    location: location
    identityId: ids.appIdentity
    clientId: identities.outputs.appClientId
    insightsConnectionString: monitoring.outputs.connectionString
    uses: {
      runtimeAccount: names.runtimeAccount
      archiveAccount: names.archiveAccount
      historicalAccount: names.historicalAccount
      serviceBus: names.serviceBus
      search: names.search
      keyVault: names.keyVault
    }
    identity: identity
    scale: {
      zoneRedundant: choice.zoneRedundant
      maximumInstanceCount: choice.maximumInstanceCount
      instanceMemoryMB: choice.instanceMemoryMB
      alwaysReady: choice.alwaysReady
    }
    subnetId: choice.privateNetworking ? '${ids.network}/subnets/app' : null
    workspaceId: ids.workspace
    disabledFunctions: disabledFunctions
  }
  // A host that starts before its roles are there fails in ways that look like something else.
  dependsOn: [roles, privateEndpoints]
}

// ---------------------------------------------------------------------------------------------- what scripts need

@description('The app\'s name.')
output APP_NAME string = names.app

@description('The app\'s host name.')
output APP_HOST string = app.outputs.hostName

@description('The app\'s group.')
output APP_GROUP string = groups.app

@description('The archive\'s group.')
output ARCHIVE_GROUP string = groups.archive

@description('The historical archive\'s group.')
output HISTORICAL_GROUP string = groups.historical

@description('The archive account.')
output ARCHIVE_ACCOUNT string = names.archiveAccount

@description('The historical account.')
output HISTORICAL_ACCOUNT string = names.historicalAccount

@description('The system topic.')
output EVENT_TOPIC string = names.eventTopic

@description('Event Grid\'s identity.')
output EVENTS_IDENTITY string = ids.eventsIdentity

@description('The vault of the signing keys.')
output KEY_VAULT string = names.keyVault
