using 'main.bicep'

param image = 'registry.example.com/botcoach:1.0'
// From the environment, so that no secret stands in a file.
param databasePassword = readEnvironmentVariable('BOTCOACH_DATABASE_PASSWORD')
param slackSigningSecret = readEnvironmentVariable('BOTCOACH_SLACK_SIGNING_SECRET', '')
param slackBotToken = readEnvironmentVariable('BOTCOACH_SLACK_BOT_TOKEN', '')
