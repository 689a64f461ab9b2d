metadata name = 'Budget'
metadata description = 'Tells somebody when a group costs more than was thought: at four fifths, and when the forecast passes it.'

@description('Required. A month\'s amount in the currency of the bill.')
param amount int

@description('Required. The first day of the first month.')
param since string

@description('Required. Who is told.')
param operators string[]

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'monthly'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: since }
    notifications: {
      nearly: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: operators
      }
      forecast: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: operators
      }
    }
  }
}
