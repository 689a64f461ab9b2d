metadata name = 'Roles'
metadata description = 'Makes the rows of the table (grants.bicep) that belong to one group into role assignments.'

import { grant } from '../grants.bicep'

@description('Required. The rows.')
param grants grant[]

@description('Required. Who is meant: ids of identities, from which the assignments are named.')
param identities { app: string, events: string }

@description('Required. Their principals, known only when they exist: never part of a name.')
param principals { app: string, events: string }

@description('Required. What the parts are called; empty: not in this group.')
param named { account: string, bus: string, search: string, insights: string, keyVault: string }

func of(rows grant[], kind string) grant[] => filter(rows, row => row.kind == kind)

var accounts = of(grants, 'account')
var containers = of(grants, 'container')
var tables = of(grants, 'table')
var queues = of(grants, 'queue')
var busQueues = of(grants, 'busQueue')
var topics = of(grants, 'topic')

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = { name: named.account }
resource bus 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = { name: named.bus }
resource search 'Microsoft.Search/searchServices@2025-05-01' existing = { name: named.search }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: named.insights }
resource keyVault 'Microsoft.KeyVault/vaults@2024-11-01' existing = { name: named.keyVault }

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' existing = [
  for row in containers: { name: '${named.account}/default/${row.on}' }
]
resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-08-01' existing = [
  for row in tables: { name: '${named.account}/default/${row.on}' }
]
resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-08-01' existing = [
  for row in queues: { name: '${named.account}/default/${row.on}' }
]
resource busQueue 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' existing = [
  for row in busQueues: { parent: bus, name: row.on }
]
resource topic 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' existing = [
  for row in topics: { parent: bus, name: row.on }
]

resource onAccounts 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for row in accounts: {
    scope: account
    name: guid(account.id, identities[row.who], row.role)
    properties: {
      principalId: principals[row.who]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', row.role)
    }
  }
]

resource onContainers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (row, i) in containers: {
    scope: container[i]
    name: guid(container[i].id, identities[row.who], row.role)
    properties: {
      principalId: principals[row.who]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', row.role)
    }
  }
]

resource onTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (row, i) in tables: {
    scope: table[i]
    name: guid(table[i].id, identities[row.who], row.role)
    properties: {
      principalId: principals[row.who]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', row.role)
    }
  }
]

resource onQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (row, i) in queues: {
    scope: queue[i]
    name: guid(queue[i].id, identities[row.who], row.role)
    properties: {
      principalId: principals[row.who]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', row.role)
    }
  }
]

resource onBusQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (row, i) in busQueues: {
    scope: busQueue[i]
    name: guid(busQueue[i].id, identities[row.who], row.role)
    properties: {
      principalId: principals[row.who]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', row.role)
    }
  }
]

resource onTopics 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (row, i) in topics: {
    scope: topic[i]
    name: guid(topic[i].id, identities[row.who], row.role)
    properties: {
      principalId: principals[row.who]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', row.role)
    }
  }
]

resource onSearch 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for row in of(grants, 'search'): {
    scope: search
    name: guid(search.id, identities[row.who], row.role)
    properties: {
      principalId: principals[row.who]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', row.role)
    }
  }
]

resource onInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for row in of(grants, 'insights'): {
    scope: insights
    name: guid(insights.id, identities[row.who], row.role)
    properties: {
      principalId: principals[row.who]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', row.role)
    }
  }
]

resource onKeyVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for row in of(grants, 'keyVault'): {
    scope: keyVault
    name: guid(keyVault.id, identities[row.who], row.role)
    properties: {
      principalId: principals[row.who]
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', row.role)
    }
  }
]
