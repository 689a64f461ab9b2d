metadata name = 'Function app'
metadata description = 'The app on Flex Consumption. Disposable: everything it knows is elsewhere. All of its settings are given here; docs/settings.md explains each.'

import { endings, packages } from '../names.bicep'

@description('Required. The app\'s name.')
param name string

@description('Required. The plan\'s name.')
param planName string

@description('Required. Where it is.')
param location string

@description('Required. The app\'s identity.')
param identityId string

@description('Required. The identity\'s client id.')
param clientId string

@description('Required. Where telemetry is sent.')
param insightsConnectionString string

@description('Required. Names of what the app works with.')
param uses {
  runtimeAccount: string
  archiveAccount: string
  historicalAccount: string
  serviceBus: string
  search: string
  keyVault: string
}

@description('Required. Whose tokens are believed.')
param identity {
  issuer: string
  audience: string
  metadataAddress: string
  clientId: string
  scope: string
  hasClientSecret: bool
}

@description('Required. Sizes.')
param scale {
  zoneRedundant: bool
  maximumInstanceCount: int
  instanceMemoryMB: int
  alwaysReady: { name: string, instanceCount: int }[]
}

@description('Optional. The subnet the app sends from; null: the internet.')
param subnetId string?

@description('Required. The workspace that keeps its logs.')
param workspaceId string

@description('Optional. Functions that are switched off, by name: how ingest is paused.')
param disabledFunctions string[] = []

var suffix = endings.storage
var vaultUri = 'https://${uses.keyVault}.${endings.keyVault}'
var asTheApp = { credential: 'managedidentity', clientId: clientId }

// Connection name -> what is below it. The functions' Connection = "…" and the storage clients read the same settings.
var connections = {
  AzureWebJobsStorage: {
    blobServiceUri: 'https://${uses.runtimeAccount}.blob.${suffix}'
    queueServiceUri: 'https://${uses.runtimeAccount}.queue.${suffix}'
    tableServiceUri: 'https://${uses.runtimeAccount}.table.${suffix}'
    ...asTheApp
  }
  ArchiveStorage: {
    blobServiceUri: 'https://${uses.archiveAccount}.blob.${suffix}'
    queueServiceUri: 'https://${uses.archiveAccount}.queue.${suffix}'
    tableServiceUri: 'https://${uses.archiveAccount}.table.${suffix}'
    ...asTheApp
  }
  HistoricalStorage: {
    blobServiceUri: 'https://${uses.historicalAccount}.blob.${suffix}'
    ...asTheApp
  }
  ServiceBus: {
    fullyQualifiedNamespace: '${uses.serviceBus}.${endings.serviceBus}'
    ...asTheApp
  }
  Search: {
    Endpoint: 'https://${uses.search}.${endings.search}'
    clientId: clientId
  }
  Identity: {
    Issuer: identity.issuer
    Audience: identity.audience
    MetadataAddress: identity.metadataAddress
    ClientId: identity.clientId
    Scope: identity.scope
    ...(identity.hasClientSecret
      ? { ClientSecret: '@Microsoft.KeyVault(SecretUri=${vaultUri}/secrets/identity-client-secret)' }
      : {})
  }
  ReceiptKeys: {
    Agency: '@Microsoft.KeyVault(SecretUri=${vaultUri}/secrets/receipt-key-agency)'
    City: '@Microsoft.KeyVault(SecretUri=${vaultUri}/secrets/receipt-key-city)'
  }
}

var settings = union(
  toObject(
    flatten(map(
      items(connections),
      group => map(items(group.value), one => { key: '${group.key}__${one.key}', value: one.value })
    )),
    entry => entry.key,
    entry => entry.value
  ),
  toObject(disabledFunctions, function => 'AzureWebJobs.${function}.Disabled', function => 'true'),
  {
    APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
    AZURE_CLIENT_ID: clientId
  }
)

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: scale.zoneRedundant }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  tags: { 'azd-service-name': 'archive' }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: subnetId
    siteConfig: { minTlsVersion: '1.2', scmMinTlsVersion: '1.2', ftpsState: 'Disabled', http20Enabled: true }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: 'https://${uses.runtimeAccount}.blob.${suffix}/${packages}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        alwaysReady: scale.alwaysReady
        instanceMemoryMB: scale.instanceMemoryMB
        maximumInstanceCount: scale.maximumInstanceCount
      }
    }
  }
}

// Replaces the whole set at each deployment: a setting made by hand is gone with the next.
resource appSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: settings
}

resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noDeploymentPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'archive'
  properties: {
    workspaceId: workspaceId
    // Application logs travel with the traces; these are the platform's own.
    logs: [{ category: 'FunctionAppLogs', enabled: false }, { category: 'AppServiceAuthenticationLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('The app\'s host name.')
output hostName string = app.properties.defaultHostName
