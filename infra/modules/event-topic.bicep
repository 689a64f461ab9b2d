metadata name = 'Event topic'
metadata description = 'The archive account\'s events. Who gets them is said after the code is there: events.bicep.'

@description('Required. The topic\'s name.')
param name string

@description('Required. Where it is: with the account.')
param location string

@description('Required. The archive account.')
param accountId string

@description('Required. The identity it leaves undeliverable events with.')
param identityId string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: { source: accountId, topicType: 'Microsoft.Storage.StorageAccounts' }
}
