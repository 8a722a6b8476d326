// The service itself: several nodes behind one https address.

param name string
param location string
param image string
param nodes int
param identityId string
param clientId string
param tables string
param keysAccount string
param keysShare string
param workspace string
param withTeams bool

@description('Name and address of each secret in the vault.')
param secretUris array

var environmentOf = {
  database: 'Scheduling__Postgres'
  'slack-signing-secret': 'Slack__SigningSecret'
  'slack-bot-token': 'Slack__BotToken'
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspace
}

resource keys 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: keysAccount
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }

  resource keyRing 'storages' = {
    name: 'keys'
    properties: {
      azureFile: {
        accountName: keys.name
        accountKey: keys.listKeys().keys[0].value
        shareName: keysShare
        accessMode: 'ReadWrite'
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      ingress: {
        external: true
        targetPort: 8080
        allowInsecure: false
      }
      secrets: [
        for secret in secretUris: {
          name: secret.name
          keyVaultUrl: secret.uri
          identity: identityId
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'botcoach'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(
            [
              { name: 'Storage__Provider', value: 'AzureTables' }
              { name: 'Storage__AzureTables__ServiceUri', value: tables }
              { name: 'Keys__Path', value: '/keys' }
              // Which of the machine's identities DefaultAzureCredential takes.
              { name: 'AZURE_CLIENT_ID', value: clientId }
            ],
            withTeams
              ? [
                  { name: 'Teams__AppId', value: clientId }
                  { name: 'Teams__TenantId', value: subscription().tenantId }
                  { name: 'Teams__ManagedIdentityClientId', value: clientId }
                ]
              : [],
            map(secretUris, secret => { name: environmentOf[secret.name], secretRef: secret.name })
          )
          volumeMounts: [
            { volumeName: 'keys', mountPath: '/keys' }
          ]
          probes: [
            {
              type: 'Liveness'
              httpGet: { path: '/health/live', port: 8080 }
              periodSeconds: 30
            }
            {
              type: 'Readiness'
              httpGet: { path: '/health/ready', port: 8080 }
              periodSeconds: 10
            }
          ]
        }
      ]
      // A node that stops takes up nothing more and sees through what it is sending.
      terminationGracePeriodSeconds: 60
      scale: {
        minReplicas: nodes
        maxReplicas: nodes
      }
      volumes: [
        { name: 'keys', storageType: 'AzureFile', storageName: environment::keyRing.name }
      ]
    }
  }
}

output host string = app.properties.configuration.ingress.fqdn
