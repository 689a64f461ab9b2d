metadata name = 'Alerts'
metadata description = 'When somebody is called, one table of questions to the logs and one of measured values. Every name in them is the code\'s; a test compares.'

@description('Required. Where it is.')
param location string

@description('Required. The workspace that is asked.')
param workspaceId string

@description('Required. Who is told.')
param actionGroupId string

@description('Required. The Service Bus namespace.')
param serviceBusId string

@description('Required. The system topic of the archive account.')
param eventTopicId string

// severity 1: records may be at risk or nothing moves; 2: somebody's work waits; 3: look at it tomorrow.
var questions = [
  {
    name: 'preserved-copy-lost'
    severity: 0
    description: 'A file of the historical archive failed its fixity check after the agency had destroyed its copy. Restore it (README).'
    query: 'AppTraces | where Properties.EventName == "PreservedCopyLost"'
    every: 'PT5M'
    over: 'PT5M'
    fires: { operator: 'GreaterThan', threshold: 0 }
  }
  {
    name: 'fixity-failed'
    severity: 1
    description: 'A file of the historical archive failed its fixity check; the agency still holds its own.'
    query: 'AppTraces | where Properties.EventName == "PermitLapsed"'
    every: 'PT5M'
    over: 'PT5M'
    fires: { operator: 'GreaterThan', threshold: 0 }
  }
  {
    name: 'no-heartbeat'
    severity: 1
    description: 'ReconcileInbox runs every five minutes; it has not for half an hour. The host does not run, or indexes no functions.'
    query: 'AppRequests | where Name has "ReconcileInbox" and Success == true | summarize Runs = count()'
    every: 'PT10M'
    over: 'PT30M'
    fires: { operator: 'LessThan', threshold: 1, measure: 'Runs' }
  }
  {
    name: 'sweep-failed'
    severity: 1
    description: 'A timer that looks after the three-year rule or the preserved packages failed.'
    query: 'AppRequests | where Success == false and Name has_any ("SweepDeadlines", "FormConsignments", "ReconcileConsignments", "AnnounceFixityChecks", "SummariseNotices", "FreezeFigures", "AnnouncePolicy", "CloseAuditDays")'
    every: 'PT15M'
    over: 'PT15M'
    fires: { operator: 'GreaterThan', threshold: 0 }
  }
  {
    name: 'sweep-missing'
    severity: 1
    description: 'No sweep ended well for a day: deadlines pass unseen.'
    query: 'AppRequests | where Name has "SweepDeadlines" and Success == true | summarize Runs = count()'
    every: 'PT1H'
    over: 'P1D'
    fires: { operator: 'LessThan', threshold: 1, measure: 'Runs' }
  }
  {
    name: 'upload-set-aside'
    severity: 2
    description: 'An upload failed five times and lies in the poison queue\'s stead in the inbox; the log says why.'
    query: 'AppTraces | where Properties.EventName == "UploadSetAside"'
    every: 'PT15M'
    over: 'PT15M'
    fires: { operator: 'GreaterThan', threshold: 0 }
  }
  {
    name: 'uploads-unreconciled'
    severity: 2
    description: 'Uploads lay in the inbox without an outcome in each of six runs: events are lost, or ingest cannot keep up.'
    query: 'AppTraces | where Properties.EventName == "UploadsOverlooked"'
    every: 'PT30M'
    over: 'PT30M'
    fires: { operator: 'GreaterThan', threshold: 5 }
  }
  {
    name: 'transfers-overdue'
    severity: 2
    description: 'Records passed the three-year term without having been handed over.'
    query: 'AppMetrics | where Name == "archive.transfers.overdue" | summarize Overdue = sum(Sum)'
    every: 'PT1H'
    over: 'P1D'
    fires: { operator: 'GreaterThan', threshold: 0, measure: 'Overdue' }
  }
  {
    name: 'index-lag'
    severity: 3
    description: 'A changed record takes more than ten minutes to be findable.'
    query: 'AppMetrics | where Name == "archive.index.lag" | summarize Longest = max(Max)'
    every: 'PT15M'
    over: 'PT15M'
    fires: { operator: 'GreaterThan', threshold: 600, measure: 'Longest' }
  }
]

var measures = [
  {
    name: 'dead-letters'
    severity: 1
    scope: serviceBusId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'DeadletteredMessages'
    aggregation: 'Average'
    description: 'A message was given up after ten deliveries. README says how to send it again.'
  }
  {
    name: 'events-undelivered'
    severity: 2
    scope: eventTopicId
    namespace: 'Microsoft.EventGrid/systemTopics'
    metric: 'DeadLetteredCount'
    aggregation: 'Total'
    description: 'Event Grid gave an upload\'s event up; reconciliation finds the upload, but the webhook does not answer.'
  }
]

resource asked 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for question in questions: {
    name: question.name
    location: location
    kind: 'LogAlert'
    properties: {
      displayName: question.name
      description: question.description
      severity: question.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: question.every
      windowSize: question.over
      autoMitigate: question.severity > 0
      // The tables come into being with their first row.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: question.query
            timeAggregation: contains(question.fires, 'measure') ? 'Total' : 'Count'
            metricMeasureColumn: question.fires.?measure
            operator: question.fires.operator
            threshold: question.fires.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [actionGroupId] }
    }
  }
]

resource measured 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for measure in measures: {
    name: measure.name
    location: 'global'
    properties: {
      description: measure.description
      severity: measure.severity
      enabled: true
      scopes: [measure.scope]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: measure.metric
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: measure.namespace
            metricName: measure.metric
            operator: 'GreaterThan'
            threshold: 0
            timeAggregation: measure.aggregation
            skipMetricValidation: true
          }
        ]
      }
      actions: [{ actionGroupId: actionGroupId }]
    }
  }
]
