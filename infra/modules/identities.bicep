metadata name = 'Identities'
metadata description = 'Who the app and Event Grid are. They exist before what they work with, so that roles are there when the host starts.'

@description('Required. The app\'s identity.')
param appIdentityName string

@description('Required. Event Grid\'s identity.')
param eventsIdentityName string

@description('Required. Where they are.')
param location string

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: appIdentityName
  location: location
}

resource events 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: eventsIdentityName
  location: location
}

@description('The app\'s principal.')
output appPrincipalId string = app.properties.principalId

@description('Event Grid\'s principal.')
output eventsPrincipalId string = events.properties.principalId

@description('The app\'s client id, which its settings name.')
output appClientId string = app.properties.clientId
