metadata name = 'Archive tables'
metadata description = 'Tables (the truth about records) and the storage queues of failed uploads. Irreplaceable: tables know no versions and no soft delete, the account\'s lock and copies protect them.'

import { archiveQueues, tables as names } from '../names.bicep'

@description('Required. The account, which exists.')
param accountName string

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-08-01' = [
  for table in names: {
    parent: tableService
    name: table
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-08-01' = [
  for queue in archiveQueues: {
    parent: queueService
    name: queue
  }
]
