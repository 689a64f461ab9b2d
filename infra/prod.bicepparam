using 'main.bicep'

import { prod } from 'choices.bicep'

// The city's archive. Change names, addresses and networks; an agency with a system of its own is a line in depositors.
param environmentName = 'archive'
param location = 'southeastasia'
param choice = prod
param operators = ['operators@archive.example']
param uploadNetworks = ['203.0.113.0/24']
param depositors = [
  { agency: 'H26.02', principalId: '11111111-1111-1111-1111-111111111111' }
]
param identity = {
  issuer: 'https://login.archive.example/'
  audience: 'records-archive'
  metadataAddress: 'https://login.archive.example/.well-known/openid-configuration'
  clientId: 'reading-room'
  scope: 'openid'
  hasClientSecret: true
}
