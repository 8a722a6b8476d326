namespace BotCoach.Storage.Tests;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("AccountName=acme;AccountKey=AAAA", "https://acme.table.core.windows.net")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=AA==;EndpointSuffix=core.chinacloudapi.cn", "https://acme.table.core.chinacloudapi.cn")]
    [InlineData("accountname=acme; accountkey=AAAA;TableEndpoint=http://127.0.0.1:1/acme/;", "http://127.0.0.1:1/acme")]
    [InlineData("BlobEndpoint=https://acme.blob.core.windows.net;AccountName=acme;SharedAccessSignature=sv=1&sig=a%3D", "https://acme.table.core.windows.net")]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    public void A_connection_string_says_where_the_tables_are(string text, string endpoint)
    {
        Assert.Equal(endpoint, TableServiceAccess.Parse(text).Endpoint.OriginalString);
    }

    [Fact]
    public void A_signature_is_kept_as_it_is_without_its_question_mark()
    {
        var access = TableServiceAccess.Parse("AccountName=acme;SharedAccessSignature=?sv=1&sig=a%3D==");

        Assert.Equal("sv=1&sig=a%3D==", access.Signature);
        Assert.Null(access.Key);
    }

    [Theory]
    [InlineData("", "AccountKey")]
    [InlineData("AccountName=acme", "AccountKey")]
    [InlineData("AccountKey=AAAA", "AccountName")]
    [InlineData("AccountName=acme;AccountKey=secret!", "AccountKey")]
    [InlineData("AccountName=ac.me/secret;AccountKey=AAAA", "AccountName")]
    [InlineData("AccountName=acme;AccountKey=AAAA;TableEndpoint=secret", "TableEndpoint")]
    [InlineData("AccountName=acme;AccountKey=AAAA;TableEndpoint=ftp://secret", "TableEndpoint")]
    [InlineData("AccountName=acme;AccountKey=AAAA;DefaultEndpointsProtocol=secret", "DefaultEndpointsProtocol")]
    [InlineData("AccountName=acme;AccountKey=AAAA;AccountKey=secret", "AccountKey")]
    [InlineData("SharedAccessSignature=secret", "AccountName")]
    [InlineData("UseDevelopmentStorage=secret", "UseDevelopmentStorage")]
    [InlineData("secret", "Name=Value")]
    public void What_is_wrong_with_a_connection_string_is_named_and_its_values_are_not_told(string text, string name)
    {
        var error = Assert.Throws<FormatException>(() => TableServiceAccess.Parse(text));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("UseDevelopmentStorage=true", "https://acme.table.core.windows.net")]
    [InlineData(null, "http://acme.table.core.windows.net")]
    public void One_way_in_is_needed_and_a_token_goes_over_https_alone(string? connectionString, string? serviceUri)
    {
        var options = new AzureTableStoreOptions
        {
            ConnectionString = connectionString,
            ServiceUri = serviceUri is null ? null : new Uri(serviceUri),
        };

        Assert.Throws<ArgumentException>(() => TableServiceAccess.From(options));
    }
}
