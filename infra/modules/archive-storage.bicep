metadata name = 'Archive storage'
metadata description = 'The account of the agencies\' archive: what it is, how it is reached, and how what is deleted comes back. Irreplaceable.'

import { archiveContainers, undeliveredEvents } from '../names.bicep'

@description('Required. The account\'s name.')
param name string

@description('Required. Where it is.')
param location string

@description('Required. How many copies, and where.')
param sku string

@description('Required. Days a deleted blob or container can be brought back.')
param softDeleteDays int

@description('Required. Pages that may upload with a signed address, as origins.')
param uploadOrigins string[]

@description('Required. Only these networks (and private endpoints) reach the account; null: every network, with a token or signed address.')
param allowedNetworks string[]?

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
    // Also turns off every signed address but those of a user-delegation key.
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: 'Enabled'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      // Event Grid leaves undeliverable events here: a trusted service, with its own identity.
      bypass: 'AzureServices'
      defaultAction: allowedNetworks == null ? 'Allow' : 'Deny'
      ipRules: map(allowedNetworks ?? [], network => { value: network, action: 'Allow' })
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: { enabled: true, retentionInDays: 365 }
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    cors: {
      corsRules: empty(uploadOrigins)
        ? []
        : [
            {
              allowedOrigins: uploadOrigins
              allowedMethods: ['PUT', 'OPTIONS']
              allowedHeaders: ['content-type', 'x-ms-*']
              exposedHeaders: ['x-ms-request-id']
              maxAgeInSeconds: 3600
            }
          ]
    }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [
  for container in concat(map(archiveContainers, one => one.name), [undeliveredEvents]): {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

// A released record's content becomes a version, then goes: versionDays and softDeleteDays after the release nothing of it is left.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: concat(
        map(archiveContainers, one => {
          name: '${one.name}-versions'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${one.name}/'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: one.versionDays } } }
          }
        }),
        map(filter(archiveContainers, one => one.blobDays != null), one => {
          name: '${one.name}-blobs'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${one.name}/'] }
            actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: one.blobDays! } } }
          }
        })
      )
    }
  }
  dependsOn: [blobs]
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'irreplaceable'
  properties: { level: 'CanNotDelete', notes: 'The agencies\' records. Removing this lock needs two persons.' }
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
