metadata name = 'Private endpoints'
metadata description = 'One for each service and kind of access, from one table.'

@export()
@description('A service reached privately: its id, which of its faces, and the zone its name is in.')
type endpoint = { name: string, id: string, face: string, zone: string }

@description('Required. The services.')
param targets endpoint[]

@description('Required. The subnet the endpoints are in.')
param subnetId string

@description('Required. Where they are.')
param location string

resource endpoints 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for target in targets: {
    name: 'pe-${target.name}'
    location: location
    properties: {
      subnet: { id: subnetId }
      privateLinkServiceConnections: [
        {
          name: target.name
          properties: {
            #disable-next-line use-resource-id-functions // It is a parameter, in a table.
            privateLinkServiceId: target.id
            groupIds: [target.face]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (target, i) in targets: {
    parent: endpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        { name: 'zone', properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', target.zone) } }
      ]
    }
  }
]
