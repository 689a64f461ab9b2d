metadata name = 'Names'
metadata description = 'Every container, table, queue and topic, one list per kind. A test compares them with the code in both directions.'

// ---------------------------------------------------------------------------------------------- archive account

@export()
@description('Containers the code uses. versionDays: how long what was overwritten or deleted stays as a version; blobDays: after how long a blob itself goes.')
var archiveContainers = [
  { name: 'inbox', versionDays: 7, blobDays: null }
  { name: 'quarantine', versionDays: 30, blobDays: null }
  { name: 'submissions', versionDays: 30, blobDays: null }
  { name: 'vault', versionDays: 30, blobDays: null }
  { name: 'deliveries', versionDays: 1, blobDays: null }
  { name: 'work', versionDays: 1, blobDays: null }
]

@export()
@description('Where Event Grid leaves events it could not deliver. Only people read it.')
var undeliveredEvents = 'undelivered-events'

@export()
@description('The tables. They are the truth about records.')
var tables = [
  'Records'
  'Uploads'
  'Dossiers'
  'Agencies'
  'Deadlines'
  'Agenda'
  'Notices'
  'Policies'
  'Waiting'
  'Consignments'
  'FixityChecks'
  'Figures'
  'Corrections'
  'Audit'
  'SavedSearches'
  'Requests'
  'Readers'
  'Deliveries'
]

@export()
@description('Storage queues: the poison queue the blob trigger fills, and the one the host makes for whoever reads that.')
var archiveQueues = [
  'webjobs-blobtrigger-poison'
  'webjobs-blobtrigger-poison-poison'
]

// ---------------------------------------------------------------------------------------------- historical account

@export()
@description('Containers of the historical account, all write-once.')
var historicalContainers = [
  'preserved'
  'receipts'
  'audit-seals'
]

// ---------------------------------------------------------------------------------------------- Service Bus

@export()
@description('Queues, in the order a record meets them.')
var queues = [
  'upload-overlooked'
  'record-admitted'
  'record-changed'
  'transfer-fell-due'
  'dossier-offered'
  'consignment-formed'
  'consignment-verified'
  'consignment-accepted'
  'fixity-check-fell-due'
  'release-asked'
  'policy-changed'
  'day-noticed'
  'request-approved'
]

@export()
@description('Topics other systems may subscribe to.')
var topics = [
  'notices'
]

// ---------------------------------------------------------------------------------------------- runtime account

@export()
@description('Container the deployed package lies in.')
var packages = 'packages'

// ---------------------------------------------------------------------------------------------- the cloud

@export()
@description('Where the public cloud\'s services are. Not environment(): it is unknown until a deployment runs, and then nothing that holds it can be checked before.')
#disable-diagnostics no-hardcoded-env-urls
var endings = {
  storage: 'core.windows.net'
  serviceBus: 'servicebus.windows.net'
  search: 'search.windows.net'
  keyVault: 'vault.azure.net'
  keyVaultPrivate: 'vaultcore.azure.net'
}
#restore-diagnostics no-hardcoded-env-urls
