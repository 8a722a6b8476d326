using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>
/// What every channel promises, whatever platform is behind it. A channel inherits each of these classes once, with a
/// driver for its platform, and is finished when they pass.
/// </summary>
public abstract class ChannelContractTests<TDriver> : IAsyncLifetime
    where TDriver : ChannelDriver, new()
{
    private int _sent;

    protected TDriver Driver { get; } = new();

    protected RecordingHandler Handler => Driver.Handler;

    /// <summary>The one turn that there was.</summary>
    protected ChatTurn Turn => Assert.Single(Handler.Turns);

    protected static CancellationToken Never => CancellationToken.None;

    public Task InitializeAsync() => Driver.StartAsync();

    /// <summary>Whatever a test did, the platform must have been content with what it was given.</summary>
    public async Task DisposeAsync()
    {
        var objections = Driver.Objections;
        await Driver.DisposeAsync();
        Assert.Empty(objections);
    }

    /// <summary>A card in Anna's direct conversation, as she sees it.</summary>
    protected async Task<SeenMessage> SeeAsync(Card card)
    {
        var sent = Assert.IsType<DeliveryResult.Sent>(await Driver.Channel.SendAsync(Driver.Direct, card, $"card-{++_sent}", Never));
        return Now(sent.Message);
    }

    /// <summary>A message as it stands now.</summary>
    protected SeenMessage Now(MessageAddress message) => Assert.Single(Driver.Messages, seen => seen.Id == message.Message);

    /// <summary>The same message as it stands now.</summary>
    protected SeenMessage Now(SeenMessage message) => Assert.Single(Driver.Messages, seen => seen.Id == message.Id);

    /// <summary>Where a message can be changed.</summary>
    protected MessageAddress AddressOf(SeenMessage message) => new(Driver.Direct, message.Id);

    /// <summary>Has Anna offered a form in answer to what she wrote, opens it, and forgets how it came about.</summary>
    protected async Task<SeenForm> OpenAsync(ChatForm form)
    {
        Handler.Answer = _ => new() { Form = form };
        Taken(await Driver.WriteAsync("prep meeting"));
        await Driver.OpenFormAsync();
        Handler.Turns.Clear();
        Handler.Answer = _ => ChatAnswer.Nothing;
        return Form;
    }

    /// <summary>The form in front of Anna.</summary>
    protected SeenForm Form => Driver.Form ?? throw new InvalidOperationException("There is no form in front of her.");

    /// <summary>Anna does something of that kind, which the handler answers as it is set.</summary>
    protected async Task<Taken> DoAsync(Act act)
    {
        switch (act)
        {
            case Act.Message:
                return await Driver.WriteAsync("hello");
            case Act.Mention:
                return await Driver.MentionAsync("hello");
            case Act.Command:
                return await Driver.CommandAsync("coach", "plan");
            case Act.Button:
                return await Driver.PressAsync(await SeeAsync(Cards.WithButton), "Go");
            case Act.Line:
                return await Driver.FillAsync(await SeeAsync(Cards.WithInput), "a line");
            case Act.Form:
                var answer = Handler.Answer;
                await OpenAsync(Forms.Meeting);
                Handler.Answer = answer;
                return await Driver.SubmitAsync(("name", "Exec staff"));
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, "Nothing that a person does.");
        }
    }

    protected static void Taken(Taken taken) => Assert.Equal(new Taken(200), taken);
}
