metadata name = 'Event subscription'
metadata description = 'Tells the app of uploads. Deployed after the code: the webhook\'s key exists only once the host has started with a blob trigger in it. Scope: the archive group.'

import { undeliveredEvents } from 'names.bicep'

@description('Required. The system topic main.bicep made.')
param topicName string

@description('Required. The archive account.')
param accountName string

@description('Required. Event Grid\'s identity.')
param eventsIdentityId string

@description('Required. The app.')
param appName string

@description('Required. The app\'s group.')
param appGroup string

@description('Required. The app\'s host name.')
param hostName string

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  scope: resourceGroup(appGroup)
  name: appName
}

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource uploads 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'uploads'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      // The slash at the end keeps other containers out whose names begin alike.
      subjectBeginsWith: '/blobServices/default/containers/inbox/'
      // One event for each upload: a blob in blocks raises its event when the list is put.
      advancedFilters: [{ operatorType: 'StringIn', key: 'data.api', values: ['PutBlob', 'PutBlockList', 'CopyBlob'] }]
    }
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${hostName}/runtime/webhooks/blobs?functionName=Host.Functions.ReceiveUpload&code=${listKeys('${app.id}/host/default', '2025-03-01').systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
      }
    }
    // A day of attempts; what is lost then is found by ReconcileInbox within minutes anyway.
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    deadLetterWithResourceIdentity: {
      identity: { type: 'UserAssigned', userAssignedIdentity: eventsIdentityId }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: account.id, blobContainerName: undeliveredEvents }
      }
    }
  }
}
