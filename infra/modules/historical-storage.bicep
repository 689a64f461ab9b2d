metadata name = 'Historical storage'
metadata description = 'The account of the city\'s historical archive: write-once. Irreplaceable, in a group of its own. Locking the policies is a separate, deliberate step (README).'

import { historicalContainers } from '../names.bicep'

@description('Required. The account\'s name.')
param name string

@description('Required. Where it is.')
param location string

@description('Required. How many copies, and where.')
param sku string

@description('Required. Days nobody may overwrite or delete what was preserved.')
param preservationDays int

@description('Required. Days a deleted blob or container can be brought back, where the policy does not forbid deleting.')
param softDeleteDays int

@description('Required. Reached through private endpoints only.')
param isPrivate bool

@description('Required. The workspace that keeps its logs.')
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    supportsHttpsTrafficOnly: true
    networkAcls: { bypass: 'None', defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: { enabled: true }
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [
  for container in historicalContainers: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

resource writeOnce 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-08-01' = [
  for (container, i) in historicalContainers: {
    parent: containers[i]
    name: 'default'
    properties: { immutabilityPeriodSinceCreationInDays: preservationDays, allowProtectedAppendWrites: false }
  }
]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'irreplaceable'
  properties: { level: 'CanNotDelete', notes: 'The city\'s permanent records. Removing this lock needs two persons.' }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'archive'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageDelete', enabled: true }
      { category: 'StorageWrite', enabled: true }
    ]
  }
}
