metadata name = 'Search'
metadata description = 'The index of records. Disposable: it is made again from the tables. The index itself is made by the app.'

@description('Required. The service\'s name.')
param name string

@description('Required. Where it is.')
param location string

@description('Required. Its size.')
param sku 'basic' | 'standard'

@description('Required. How many parts the index is spread over.')
param partitions int

@description('Required. How many answer in turn.')
param replicas int

@description('Required. Reached through private endpoints only.')
param isPrivate bool

@description('Required. The workspace that keeps its logs.')
param workspaceId string

resource service 'Microsoft.Search/searchServices@2025-05-01' = {
  name: name
  location: location
  sku: { name: sku }
  properties: {
    // No keys at all: then no authOptions may be given.
    disableLocalAuth: true
    hostingMode: 'Default'
    partitionCount: partitions
    replicaCount: replicas
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    semanticSearch: 'disabled'
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: service
  name: 'archive'
  properties: {
    workspaceId: workspaceId
    // Not OperationLogs: they hold what readers searched for.
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
