metadata name = 'Depositors'
metadata description = 'Agencies whose own systems upload with an identity of theirs: each may create blobs below its prefix of the inbox, and nothing else.'

@description('Required. The archive account.')
param accountName string

@export()
@description('An agency\'s code and the principal its system signs in as.')
type depositor = { agency: string, principalId: string }

@description('Required. The agencies.')
param depositors depositor[]

// Narrower than every built-in role: it neither reads nor lists nor deletes.
resource deposit 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'records-depositor')
  properties: {
    roleName: 'Records depositor (${accountName})'
    description: 'Writes blobs. Always given with a condition that names the prefix.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
        ]
        notDataActions: []
      }
    ]
  }
}

resource inbox 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' existing = {
  name: '${accountName}/default/inbox'
}

var path = '@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path]'

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for depositor in depositors: {
    scope: inbox
    name: guid(inbox.id, depositor.agency, depositor.principalId)
    properties: {
      principalId: depositor.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: deposit.id
      conditionVersion: '2.0'
      // Both data actions of the role are writes, so the condition holds for all it allows. The slash ends the code: H26.1 is not H26.10.
      condition: '(${path} StringStartsWith \'${depositor.agency}/\')'
    }
  }
]
