metadata name = 'Grants'
metadata description = 'Who may do what: one table. Each row is one role on one thing; nothing is granted on a group or a subscription.'

import { archiveContainers, archiveQueues, historicalContainers, queues, tables, topics, undeliveredEvents } from 'names.bicep'

@export()
@description('Built-in roles in use. A test holds every assignment to this list.')
var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  blobDelegator: 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  busReceiver: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
  busSender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  indexContributor: '8ebe5a00-799e-43f5-93ac-243d3dce84a7'
  searchContributor: '7ca78c08-252a-4471-8644-bb5ff32d4ba0'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
}

@export()
@description('A role on a thing. of: the account, namespace or service by its part in the archive. on: what in it; empty: all of it.')
type grant = {
  who: 'app' | 'events'
  kind: 'account' | 'container' | 'table' | 'queue' | 'busQueue' | 'topic' | 'search' | 'insights' | 'keyVault'
  of: 'archive' | 'historical' | 'runtime' | 'app'
  on: string
  role: string
}

@export()
@description('The table.')
var grants grant[] = concat(
  // Content, and the lease of the index. The historical containers refuse overwriting by themselves.
  map(
    archiveContainers,
    one => { who: 'app', kind: 'container', of: 'archive', on: one.name, role: roles.blobContributor }
  ),
  map(
    historicalContainers,
    name => { who: 'app', kind: 'container', of: 'historical', on: name, role: roles.blobContributor }
  ),
  map(tables, name => { who: 'app', kind: 'table', of: 'archive', on: name, role: roles.tableContributor }),
  map(archiveQueues, name => { who: 'app', kind: 'queue', of: 'archive', on: name, role: roles.queueContributor }),
  // Work: the app sends to itself and receives from itself, queue by queue; nobody else is on them.
  map(queues, name => { who: 'app', kind: 'busQueue', of: 'app', on: name, role: roles.busReceiver }),
  map(queues, name => { who: 'app', kind: 'busQueue', of: 'app', on: name, role: roles.busSender }),
  map(topics, name => { who: 'app', kind: 'topic', of: 'app', on: name, role: roles.busSender }),
  [
    // Signs upload slots. A user-delegation key is the account's, so this role cannot be smaller; it reads and writes nothing.
    { who: 'app', kind: 'account', of: 'archive', on: '', role: roles.blobDelegator }
    // What the Functions host asks for on its own account.
    { who: 'app', kind: 'account', of: 'runtime', on: '', role: roles.blobOwner }
    { who: 'app', kind: 'account', of: 'runtime', on: '', role: roles.queueContributor }
    { who: 'app', kind: 'account', of: 'runtime', on: '', role: roles.tableContributor }
    // Documents; and the index itself, which the app makes when it is missing.
    { who: 'app', kind: 'search', of: 'app', on: '', role: roles.indexContributor }
    { who: 'app', kind: 'search', of: 'app', on: '', role: roles.searchContributor }
    { who: 'app', kind: 'insights', of: 'app', on: '', role: roles.metricsPublisher }
    { who: 'app', kind: 'keyVault', of: 'archive', on: '', role: roles.secretsUser }
    { who: 'events', kind: 'container', of: 'archive', on: undeliveredEvents, role: roles.blobContributor }
  ]
)
