// BotCoach on Azure: a container app with several nodes, tables, a database for who runs what, a vault for secrets, and
// the bot's registration. Everything is reached by one managed identity that may do what it must and no more.
//
//   az group create --name botcoach --location westeurope
//   az deployment group create --resource-group botcoach --template-file infra/azure/main.bicep --parameters infra/azure/main.bicepparam

targetScope = 'resourceGroup'

@description('Starts the names of all resources: 3 to 12 lower-case letters and digits, a letter first.')
@minLength(3)
@maxLength(12)
param name string = 'botcoach'

@description('Where everything stands. People\'s words are kept here and nowhere else.')
param location string = resourceGroup().location

@description('The container image, such as registry.example.com/botcoach:1.0.')
param image string

@description('How many nodes run at least. Two survive the loss of one.')
@minValue(1)
@maxValue(10)
param nodes int = 2

@description('Whether Teams is set up: a single-tenant bot registration under the managed identity.')
param withTeams bool = true

@description('Slack\'s signing secret; empty when Slack is not used.')
@secure()
param slackSigningSecret string = ''

@description('Slack\'s bot token; empty when Slack is not used, or when it is installed by OAuth.')
@secure()
param slackBotToken string = ''

@description('The password of the database\'s user. It is kept in the vault; nobody needs to know it.')
@secure()
@minLength(24)
param databasePassword string

@description('How many days logs are kept. No person\'s words stand in them.')
@minValue(30)
@maxValue(730)
param logDays int = 30

var suffix = uniqueString(resourceGroup().id)
var secretNames = concat(
  ['database'],
  empty(slackSigningSecret) ? [] : ['slack-signing-secret'],
  empty(slackBotToken) ? [] : ['slack-bot-token']
)

module identity 'modules/identity.bicep' = {
  params: {
    name: '${name}-identity'
    location: location
  }
}

module logs 'modules/logs.bicep' = {
  params: {
    name: '${name}-logs'
    location: location
    days: logDays
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: take('${name}${suffix}', 24)
    keysName: take('k${name}${suffix}', 24)
    location: location
    principalId: identity.outputs.principalId
  }
}

module database 'modules/database.bicep' = {
  params: {
    name: '${name}-${suffix}'
    location: location
    password: databasePassword
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: take('${name}-${suffix}', 24)
    location: location
    principalId: identity.outputs.principalId
    secrets: union(
      {
        database: 'Host=${database.outputs.host};Database=${database.outputs.database};Username=${database.outputs.user};Password=${databasePassword};Ssl Mode=Require'
      },
      empty(slackSigningSecret) ? {} : { 'slack-signing-secret': slackSigningSecret },
      empty(slackBotToken) ? {} : { 'slack-bot-token': slackBotToken }
    )
    secretNames: secretNames
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: name
    location: location
    image: image
    nodes: nodes
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    tables: storage.outputs.tables
    keysAccount: storage.outputs.keysAccount
    keysShare: storage.outputs.keysShare
    workspace: logs.outputs.name
    secretUris: vault.outputs.uris
    withTeams: withTeams
  }
}

module bot 'modules/bot.bicep' = if (withTeams) {
  params: {
    name: '${name}-${suffix}'
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    endpoint: 'https://${app.outputs.host}/api/messages'
  }
}

@description('Where the service answers. Slack\'s request address is this with /slack/events behind it.')
output address string = 'https://${app.outputs.host}'

@description('The bot\'s app id, for the package of the Teams app.')
output botId string = identity.outputs.clientId
