metadata name = 'Service Bus'
metadata description = 'What carries work between functions. Disposable: reconciliation announces again whatever was lost with it.'

import { queues as queueNames, topics as topicNames } from '../names.bicep'

@description('Required. The namespace\'s name.')
param name string

@description('Required. Where it is.')
param location string

@description('Required. Standard, or Premium for private endpoints.')
param sku 'Standard' | 'Premium'

@description('Required. Reached through private endpoints only.')
param isPrivate bool

@description('Required. Systems that subscribe to the topics, by name.')
param subscribers string[]

@description('Required. The workspace that keeps its logs.')
param workspaceId string

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: name
  location: location
  sku: { name: sku, tier: sku, capacity: sku == 'Premium' ? 1 : null }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  }
}

resource queues 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' = [
  for queue in queueNames: {
    parent: namespace
    name: queue
    properties: {
      // Ten deliveries follow each other at once; what fails that often waits for a person, and an alert calls one.
      maxDeliveryCount: 10
      lockDuration: 'PT5M'
      defaultMessageTimeToLive: 'P14D'
      deadLetteringOnMessageExpiration: true
      // A client that repeats a send after a lost answer sends the same message id.
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'PT10M'
      maxSizeInMegabytes: 5120
    }
  }
]

resource topics 'Microsoft.ServiceBus/namespaces/topics@2026-01-01' = [
  for topic in topicNames: {
    parent: namespace
    name: topic
    properties: {
      defaultMessageTimeToLive: 'P14D'
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'PT10M'
      maxSizeInMegabytes: 5120
    }
  }
]

resource subscriptions 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2026-01-01' = [
  for i in range(0, length(topicNames) * length(subscribers)): {
    parent: topics[i % length(topicNames)]
    name: subscribers[i / length(topicNames)]
    properties: {
      maxDeliveryCount: 10
      lockDuration: 'PT5M'
      defaultMessageTimeToLive: 'P14D'
      deadLetteringOnMessageExpiration: true
      deadLetteringOnFilterEvaluationExceptions: true
    }
  }
]

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: namespace
  name: 'archive'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'OperationalLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
