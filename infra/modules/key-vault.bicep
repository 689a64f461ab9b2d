metadata name = 'Key Vault'
metadata description = 'The private keys receipts are signed with, and the issuer\'s client secret where it wants one. Irreplaceable. Secrets are put in by a person (README).'

@description('Required. The vault\'s name.')
param name string

@description('Required. Where it is.')
param location string

@description('Required. Reached through private endpoints only.')
param isPrivate bool

@description('Required. The workspace that keeps its logs.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'None', defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: vault
  name: 'irreplaceable'
  properties: { level: 'CanNotDelete', notes: 'Keys that sign custody receipts. Removing this lock needs two persons.' }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'archive'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}
