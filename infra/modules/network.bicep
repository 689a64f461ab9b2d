metadata name = 'Network'
metadata description = 'A virtual network the app sends from, and the private names of the services in it.'

@description('Required. The network\'s name.')
param name string

@description('Required. Where it is.')
param location string

@description('Required. The private DNS zones.')
param zones string[]

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: name
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.67.0.0/16'] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.67.0.0/24'
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.67.1.0/24', privateEndpointNetworkPolicies: 'Enabled' }
      }
    ]
  }
}

resource names 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zones: {
    name: zone
    location: 'global'
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, i) in zones: {
    parent: names[i]
    name: 'archive'
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]
