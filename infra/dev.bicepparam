using 'main.bicep'

import { dev } from 'choices.bicep'

// A trial. Change names and addresses; leave what is not asked for.
param environmentName = 'archive-dev'
param location = 'southeastasia'
param choice = dev
param operators = ['operators@archive.example']
param identity = {
  issuer: 'https://login.archive.example/'
  audience: 'records-archive'
  metadataAddress: 'https://login.archive.example/.well-known/openid-configuration'
  clientId: 'reading-room'
  scope: 'openid'
  hasClientSecret: false
}
