using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

public sealed class LanguageTests
{
    private static readonly ChatForm _form = new()
    {
        Name = "meeting",
        State = "m1",
        Title = "Preparar una reunión",
        Submit = "Guardar",
        Fields = [new("title", "¿Qué reunión?")],
        Language = Language.Spanish,
    };

    [Fact]
    public async Task A_form_after_a_written_message_is_offered_in_its_language()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Form = _form };
        await world.SendEventAsync(Payloads.Message("prep reunión"));

        var button = Assert.Single(SlackReading.Buttons(Assert.Single(world.Slack.Workspace.Messages).Body));
        Assert.Equal(("Abrir el formulario", "prep reunión"), (button.Text("text", "text"), button.Text("value")));
    }

    [Fact]
    public async Task A_form_that_does_not_open_is_said_so_in_its_language_and_nobody_is_asked_for_it()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Form = _form };
        world.Slack.NextError("views.open", "expired_trigger_id");
        var answer = await world.SendCommandAsync(Payloads.Command("reunión"));

        Assert.Equal("El formulario no se abrió. Inténtalo de nuevo.", answer.Json.Text("text"));
        Assert.Empty(world.Slack.CallsOf("users.info"));
    }

    [Fact]
    public async Task Slack_is_asked_once_for_the_language_of_a_notice_and_never_when_all_is_well()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.Workspace.Locale = "es-ES";
        await world.SendCommandAsync(Payloads.Command("plan"));
        Assert.Empty(world.Slack.CallsOf("users.info"));

        world.Handler.Answer = _ => throw new InvalidOperationException("The store is away.");
        var answer = await world.SendCommandAsync(Payloads.Command("plan"));
        Assert.Equal("Eso no funcionó y no se cambió nada. Inténtalo de nuevo.", answer.Json.Text("text"));
        Assert.Single(world.Slack.CallsOf("users.info"));
    }

    [Fact]
    public async Task When_Slack_does_not_say_the_language_the_notice_comes_in_English_and_in_time()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => throw new InvalidOperationException("The store is away.");
        world.Slack.NextError("users.info", "missing_scope");
        world.Slack.Next("users.info", http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        for (var turn = 0; turn < 2; turn++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var answer = await world.SendCommandAsync(Payloads.Command("plan"));
            Assert.Equal("That did not work, nothing was changed. Please try again.", answer.Json.Text("text"));
            Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        }
    }

    [Fact]
    public void A_button_and_a_dialog_of_before_there_was_a_choice_are_in_English()
    {
        var prompt = InputPrompt.Read("""{"name":"check-in.line","value":"q1","label":"Answer in words","maxLength":280}""")!;
        Assert.Null(prompt.Language);
        Assert.Equal("Save", (string?)Views.Of(prompt, new("D1", true, "check-in.line", "q1"))["submit"]!["text"]);
    }
}
