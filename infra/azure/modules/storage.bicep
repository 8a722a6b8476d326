// The tables, reached by identity alone; and apart from them, in an account of its own, the share for the key ring, which
// a container app can mount by key only. Who has one of the two accounts cannot read the secrets in the tables.

param name string

@description('The account of the share, apart from that of the tables.')
@minLength(3)
@maxLength(24)
param keysName string

param location string
param principalId string

var tableDataContributor = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
)

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

// It may read and write rows and make its tables, and nothing else in the account.
resource tables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, tableDataContributor)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: tableDataContributor
  }
}

resource keys 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: keysName
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource files 'fileServices' = {
    name: 'default'

    resource share 'shares' = {
      name: 'keys'
      properties: { shareQuota: 1 }
    }
  }
}

output tables string = account.properties.primaryEndpoints.table
output keysAccount string = keys.name
output keysShare string = keys::files::share.name
