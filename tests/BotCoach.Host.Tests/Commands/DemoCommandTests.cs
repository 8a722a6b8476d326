using System.Net;

namespace BotCoach.Host.Tests;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task A_seeded_company_opens_by_its_link_and_is_made_once()
    {
        await using var host = await RunningHost.StartAsync(("environment", "Development"));
        var (made, said) = await RunAsync(host, "seed", "--people", "60", "--weeks", "2", "--groups", "2", "--workspace", "chat:T7");
        Assert.Equal(0, made);
        Assert.Contains("Made 60 people in 2 groups", said, StringComparison.Ordinal);

        var (linked, link) = await RunAsync(host, "link", "--workspace", "chat:T7");
        Assert.Equal(0, linked);
        await using var visitor = host.Visitor();
        var page = await visitor.PostAsync(new Uri(link).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Everyone together", page.Text, StringComparison.Ordinal);
        Assert.Contains("Payments", page.Text, StringComparison.Ordinal);

        var (again, why) = await RunAsync(host, "seed", "--people", "60", "--weeks", "2", "--groups", "2", "--workspace", "chat:T7");
        Assert.Equal(1, again);
        Assert.Contains("chat:T7 has rows already", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("demo", "seeds")]
    [InlineData("demo", "seed", "--people")]
    [InlineData("demo", "seed", "--people", "0")]
    [InlineData("demo", "seed", "--people", "many")]
    [InlineData("demo", "seed", "--weeks", "105")]
    [InlineData("demo", "seed", "--workspace", "T7")]
    [InlineData("demo", "link", "--people", "5")]
    public async Task A_command_line_that_is_not_understood_is_answered_with_the_usage(params string[] args)
    {
        using var said = new StringWriter();

        Assert.Equal(2, await BotCoachApp.RunAsync(args, said));
        Assert.StartsWith("Usage: BotCoach.Host demo seed", said.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(RunningHost host, params string[] words)
    {
        using var output = new StringWriter();
        var code = await DemoCommand.RunAsync(
            ["demo", .. words, $"--Storage:Sqlite:Path={host.StorePath}", $"--Host:PublicUrl={host.Address}"], output, output);
        return (code, output.ToString().Trim());
    }
}
