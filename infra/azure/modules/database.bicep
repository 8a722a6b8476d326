// The database in which the nodes agree on who runs what. It holds no person and no word; losing it costs nothing but a
// restart. Only addresses inside Azure reach it.

param name string
param location string

@secure()
param password string

var user = 'botcoach'

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  sku: {
    name: 'Standard_B1ms'
    tier: 'Burstable'
  }
  properties: {
    version: '16'
    administratorLogin: user
    administratorLoginPassword: password
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 7 }
    highAvailability: { mode: 'Disabled' }
  }

  resource database 'databases' = {
    name: 'botcoach'
  }

  // 0.0.0.0 to 0.0.0.0 stands for "services inside Azure".
  resource inside 'firewallRules' = {
    name: 'inside-azure'
    properties: {
      startIpAddress: '0.0.0.0'
      endIpAddress: '0.0.0.0'
    }
  }
}

output host string = server.properties.fullyQualifiedDomainName
output database string = server::database.name
output user string = user
