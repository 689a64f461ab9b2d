metadata name = 'Monitoring'
metadata description = 'Logs, traces and metrics, who is told, and the page operators look at. Disposable: the audit trail is in the tables, never here.'

@description('Required. The workspace\'s name.')
param workspaceName string

@description('Required. The Application Insights component\'s name.')
param insightsName string

@description('Required. Where they are.')
param location string

@description('Required. Days logs are kept.')
param logDays int

@description('Required. Who is told of alerts, as mail addresses.')
param operators string[]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // Telemetry is taken from the app's identity only; the connection string alone is no key.
    DisableLocalAuth: true
  }
}

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'archive-operators'
  location: 'global'
  properties: {
    enabled: true
    groupShortName: 'archive'
    emailReceivers: [
      for (operator, i) in operators: { name: 'operator-${i}', emailAddress: operator, useCommonAlertSchema: true }
    ]
  }
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'archive-workbook')
  location: location
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: 'Records archive'
    serializedData: loadTextContent('../workbook.json')
    sourceId: insights.id
  }
}

@description('Where the app sends telemetry.')
output connectionString string = insights.properties.ConnectionString
