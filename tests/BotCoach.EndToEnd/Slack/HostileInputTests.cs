using System.Net;
using System.Text;

namespace BotCoach.EndToEnd;

/// <summary>What people should not type, and do. Each gets a clear answer, and the host none the worse for it.</summary>
public sealed class HostileInputTests : IAsyncLifetime
{
    private const string RightToLeft = "\u202eتحضير الاجتماع\u202c";
    private const string Emoji = "\U0001f469\u200d\U0001f4bb\U0001f1e9\U0001f1ea";

    private HostOnSlack _world = null!;
    private HostProcess _host = null!;

    private SlackMember Anna => _world.Slack.Anna;

    public async Task InitializeAsync()
    {
        _world = await HostOnSlack.StartAsync();
        _host = await _world.RunHostAsync();
    }

    public async Task DisposeAsync()
    {
        try
        {
            Assert.DoesNotContain("fail:", _host.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("crit:", _host.Output, StringComparison.Ordinal);
        }
        finally
        {
            await _world.DisposeAsync();
        }
    }

    [Fact]
    public async Task Fields_that_are_too_long_are_refused_where_they_stand_and_nothing_typed_is_lost()
    {
        var name = new string('n', 81);
        await OpenFormAsync();
        var delivery = await Anna.SubmitFormAsync(("Which meeting?", name), ("When?", "in 2 hours"), ("Paste the agenda or the pre-read", "We keep 4 % churn."));
        var refused = await Anna.WaitForFormAsync();
        await Anna.SubmitFormAsync(("Which meeting?", "Exec staff"));
        await Anna.PressAsync(await WaitForSheetAsync("Exec staff"), "Questions");
        await Anna.PressAsync(await WaitForSheetAsync("Exec staff: questions"), "Write a question");
        await Anna.WaitForFormAsync();
        await Anna.SubmitFormAsync(("Your question", Repeat("Why? ", 3_000)));
        var tooLong = await Anna.WaitForFormAsync();
        await Anna.SubmitFormAsync(("Your question", "Why?"));
        await WaitForSheetAsync("Why?");

        Assert.Equal(200, delivery.Status);
        Assert.Contains("81 characters", refused.Errors["Which meeting?"], StringComparison.Ordinal);
        Assert.Contains("300 fit", tooLong.Errors["Your question"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_agenda_that_slack_lets_people_paste_is_kept_to_the_last_character()
    {
        var agenda = Repeat($"Budget {Emoji} & <roadmap> ", 3_000).Trim();
        await OpenFormAsync();
        var delivery = await Anna.SubmitFormAsync(("Which meeting?", "Exec staff"), ("When?", "in 2 hours"), ("Paste the agenda or the pre-read", agenda));
        await Anna.PressAsync(await WaitForSheetAsync("Exec staff"), "\u2713 Pre-read");
        await Anna.PressAsync(await WaitForSheetAsync("Exec staff: the pre-read"), "Paste another");
        var form = await Anna.WaitForFormAsync();

        Assert.Equal(200, delivery.Status);
        Assert.Equal(agenda, form.Field("Paste the agenda or the pre-read").Value);
    }

    [Theory]
    [InlineData("<!channel> all hands", "<!channel> all hands")]
    [InlineData("*bold* _it_ ~no~ `code` <@U0BEN>", "*bold* _it_ ~no~ `code` <@U0BEN>")]
    [InlineData(Emoji + " standup", Emoji + " standup")]
    [InlineData(RightToLeft, "تحضير الاجتماع")]
    [InlineData("tab\there\nnewline \u0007bell \u0000nul \u001b[31mred", "here newline")]
    [InlineData("' OR 1=1; DROP TABLE People; --", "' OR 1=1; DROP TABLE People; --")]
    [InlineData("{{7*7}} ${jndi:ldap://x} %s%n ../../etc/passwd", "../../etc/passwd")]
    [InlineData("half a pair \ud83d", "half a pair")]
    public async Task Whatever_a_meeting_is_called_it_is_saved_and_shown_as_text(string name, string shown)
    {
        await OpenFormAsync();
        var delivery = await Anna.SubmitFormAsync(("Which meeting?", name), ("When?", "in 2 hours"), ("Paste the agenda or the pre-read", name));
        var sheet = await Anna.WaitForMessageAsync(message => message.Shown.Contains("60 minutes", StringComparison.Ordinal));
        var listed = await Anna.CommandAsync("/prep");

        Assert.Equal(200, delivery.Status);
        Assert.Equal(200, listed.Status);
        // Slack shows &lt; as the sign itself; bare in a text, <!channel> would call everybody.
        Assert.Contains(shown, WebUtility.HtmlDecode(sheet.Shown), StringComparison.Ordinal);
        Assert.DoesNotContain("<!channel>", sheet.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/coach pause until ' OR 1=1")]
    [InlineData("/coach pause until 99999999-99-99")]
    [InlineData("/coach pause until \u0660\u0661")]
    [InlineData("/coach plan <!here>")]
    [InlineData("/coach try \u0000\u0001\u202e")]
    [InlineData("/coach reply")]
    [InlineData("/prep meeting " + RightToLeft + " " + Emoji)]
    public async Task A_hostile_command_gets_a_clear_answer(string command)
    {
        var delivery = await Anna.CommandAsync(command);

        Assert.Equal(200, delivery.Status);
        if (command.StartsWith("/prep", StringComparison.Ordinal))
        {
            await Anna.WaitForFormAsync();
        }
        else
        {
            Assert.Contains("ephemeral", delivery.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("did not work", delivery.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/coach try ")]
    [InlineData("/coach pause until ")]
    [InlineData("/prep meeting ")]
    [InlineData("/coach ")]
    public async Task A_command_of_many_thousand_characters_gets_a_clear_answer(string command)
    {
        var delivery = await Anna.CommandAsync(command + Repeat("word ", 40_000));

        Assert.Equal(200, delivery.Status);
        Assert.DoesNotContain("did not work", delivery.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("did not open", delivery.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_forty_thousand_characters_gets_an_answer_with_and_without_a_check_in()
    {
        var first = await Anna.WriteAsync(Repeat($"word {Emoji} ", 40_000));
        await Anna.WaitForMessageAsync(message => message.Shown.Contains("How much should I send?", StringComparison.Ordinal));
        await Anna.CommandAsync("/coach try align-with-manager");
        await Anna.WaitForMessageAsync(message => message.Buttons.Any(button => button.Label == "3"));
        var second = await Anna.WriteAsync(Repeat("word ", 40_000));
        await Anna.WaitForMessageAsync(message => message.Shown.Contains("500", StringComparison.Ordinal));

        Assert.Equal((200, 200), (first.Status, second.Status));
    }

    [Theory]
    [InlineData("\u0000")]
    [InlineData("\u202e\u202e\u202e")]
    [InlineData("<!channel> <!everyone>")]
    [InlineData(Emoji)]
    public async Task A_message_of_strange_characters_gets_an_answer(string text)
    {
        var delivery = await Anna.WriteAsync(text);
        var answer = await Anna.WaitForMessageAsync(_ => true);

        Assert.Equal(200, delivery.Status);
        Assert.DoesNotContain("<!channel>", answer.Shown + answer.Text, StringComparison.Ordinal);
    }

    // A host that has just started on a busy machine may miss the few seconds of a trigger; it says so, and people try again.
    private async Task OpenFormAsync()
    {
        await Poll.UntilAsync(
            async () => !(await Anna.CommandAsync("/prep meeting")).Body.Contains("did not open", StringComparison.Ordinal),
            Poll.Patience,
            "the form to open",
            () => _host.Output);
        await Anna.WaitForFormAsync();
    }

    private Task<SlackMessage> WaitForSheetAsync(string name) =>
        Anna.WaitForMessageAsync(message => message.Shown.Contains(name, StringComparison.Ordinal));

    private static string Repeat(string text, int length)
    {
        var repeated = new StringBuilder();
        while (repeated.Length + text.Length <= length)
        {
            repeated.Append(text);
        }

        return repeated.ToString();
    }
}
