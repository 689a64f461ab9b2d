using 'main.bicep'

import { dev, prod } from 'choices.bicep'

// For `azd up`: everything from its environment (`azd env set NAME VALUE`; README lists the names).
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'archive')
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param choice = readEnvironmentVariable('ARCHIVE_STAGE', 'dev') == 'prod' ? prod : dev
param operators = split(readEnvironmentVariable('ARCHIVE_OPERATORS', 'operators@archive.example'), ',')
param uploadNetworks = filter(
  split(readEnvironmentVariable('ARCHIVE_UPLOAD_NETWORKS', ''), ','),
  network => !empty(network)
)
param disabledFunctions = filter(
  split(readEnvironmentVariable('ARCHIVE_DISABLED_FUNCTIONS', ''), ','),
  function => !empty(function)
)
param identity = {
  issuer: readEnvironmentVariable('ARCHIVE_ISSUER', 'https://login.archive.example/')
  audience: readEnvironmentVariable('ARCHIVE_AUDIENCE', 'records-archive')
  metadataAddress: readEnvironmentVariable(
    'ARCHIVE_METADATA_ADDRESS',
    'https://login.archive.example/.well-known/openid-configuration'
  )
  clientId: readEnvironmentVariable('ARCHIVE_CLIENT_ID', 'reading-room')
  scope: readEnvironmentVariable('ARCHIVE_SCOPE', 'openid')
  hasClientSecret: readEnvironmentVariable('ARCHIVE_HAS_CLIENT_SECRET', 'false') == 'true'
}
