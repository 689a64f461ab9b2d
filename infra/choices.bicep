metadata name = 'Choices'
metadata description = 'What differs between a trial and the city\'s archive, and what each choice costs. Figures: prices.json, COST.md.'

@export()
@description('Redundancy, sizes and periods of one deployment.')
type choices = {
  @description('Copies of the agencies\' archive. LRS: three in one building. ZRS: three zones, 1.25 times LRS. GZRS: zones and a second region, 2.25 times. RAGZRS: readable there, 2.8 times.')
  archiveSku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS' | 'Standard_RAGZRS'

  @description('Copies of the historical archive; the same scale.')
  historicalSku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS' | 'Standard_RAGZRS'

  @description('Spread the function app over zones: always-ready instances become at least two, so their cost doubles. Needs a ZRS runtime account.')
  zoneRedundant: bool

  @description('basic: 15 GB a partition; standard: 160 GB, about 3.3 times the price.')
  searchSku: 'basic' | 'standard'

  @description('How many parts the index is spread over: each holds 15 (basic, at most 3) or 160 GB (standard), and costs as much as the first, replicas and all.')
  @minValue(1)
  @maxValue(12)
  searchPartitions: int

  @description('Two for the read agreement, three for read and write; each costs as much as the first.')
  @minValue(1)
  @maxValue(12)
  searchReplicas: int

  @description('Private endpoints exist on Premium only: about 70 times the price of Standard.')
  serviceBusSku: 'Standard' | 'Premium'

  @description('A virtual network with an endpoint for each data service. Needs Premium Service Bus.')
  privateNetworking: bool

  @description('Instances that wait for work, paid by the second, so that readers do not wait for a start.')
  alwaysReady: {
    @description('A group (http, blob) or function:<name>.')
    name: string
    @minValue(1)
    instanceCount: int
  }[]

  @minValue(40)
  @maxValue(1000)
  maximumInstanceCount: int

  instanceMemoryMB: 512 | 2048 | 4096

  @description('Days nobody may overwrite or delete a preserved package or a receipt once the policy is locked; 146,000 is the most there is.')
  @minValue(1)
  @maxValue(146000)
  preservationDays: int

  @description('Days a deleted blob or container can be brought back.')
  @minValue(7)
  @maxValue(365)
  softDeleteDays: int

  @description('Days logs are kept.')
  @minValue(30)
  @maxValue(730)
  logDays: int

  @description('What each of the three groups may cost in a month, in the currency of the bill, before somebody is told.')
  monthlyBudget: { archive: int, historical: int, app: int }
}

@export()
@description('A trial: one building, nothing kept for good, nothing ready before it is asked.')
var dev choices = {
  archiveSku: 'Standard_LRS'
  historicalSku: 'Standard_LRS'
  zoneRedundant: false
  searchSku: 'basic'
  searchPartitions: 1
  searchReplicas: 1
  serviceBusSku: 'Standard'
  privateNetworking: false
  alwaysReady: []
  maximumInstanceCount: 40
  instanceMemoryMB: 2048
  preservationDays: 1
  softDeleteDays: 7
  logDays: 30
  monthlyBudget: { archive: 50, historical: 50, app: 200 }
}

@export()
@description('The city\'s archive: zones and a second region, private endpoints, write-once for 400 years.')
var prod choices = {
  archiveSku: 'Standard_GZRS'
  historicalSku: 'Standard_RAGZRS'
  zoneRedundant: true
  searchSku: 'standard'
  searchPartitions: 1
  searchReplicas: 3
  serviceBusSku: 'Premium'
  privateNetworking: true
  alwaysReady: [
    { name: 'http', instanceCount: 2 }
    { name: 'blob', instanceCount: 2 }
  ]
  maximumInstanceCount: 100
  instanceMemoryMB: 2048
  preservationDays: 146000
  softDeleteDays: 90
  logDays: 365
  monthlyBudget: { archive: 1000, historical: 1000, app: 3000 }
}
