using BotCoach.Chat;

namespace BotCoach.Host.Tests;

/// <summary>
/// A channel between the coach and the screen that can refuse, as a platform far away would; the screen itself has no way to.
/// </summary>
internal sealed class RefusingChannel(IChatChannel screen) : IChatChannel
{
    private static readonly TimeSpan _unsaid = TimeSpan.FromSeconds(30);

    private readonly Dictionary<ChannelCall, (Refusal Refusal, TimeSpan? Wait)> _refusals = [];
    private DirectConversation? _direct;
    private bool _isAway;

    public string Name => screen.Name;

    public SendingLimits Limits => screen.Limits;

    public void Refuse(ChannelCall call, Refusal refusal, TimeSpan? wait) => _refusals[call] = (refusal, wait);

    public void GoAway() => _isAway = true;

    public async Task<DeliveryResult> SendAsync(ConversationAddress conversation, Card card, string key, CancellationToken cancellationToken)
    {
        var result = await AnswerAsync(ChannelCall.Send, () => screen.SendAsync(conversation, card, key, cancellationToken), cancellationToken);
        _direct = result is DeliveryResult.NotFound ? null : _direct;
        return result;
    }

    public Task<DeliveryResult> UpdateAsync(MessageAddress message, Card card, CancellationToken cancellationToken) =>
        AnswerAsync(ChannelCall.Update, () => screen.UpdateAsync(message, card, cancellationToken), cancellationToken);

    public Task<MessageAddress?> FindAsync(ConversationAddress conversation, string key, CancellationToken cancellationToken) =>
        screen.FindAsync(conversation, key, cancellationToken);

    public async Task<DirectConversation> OpenDirectAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        if (_direct is not null)
        {
            return _direct;
        }

        var opened = new DirectConversation.Refused(new DeliveryResult.NotFound()) as DirectConversation;
        var result = await AnswerAsync(
            ChannelCall.OpenDirect,
            async () =>
            {
                opened = await screen.OpenDirectAsync(person, cancellationToken);
                return new DeliveryResult.Sent(default);
            },
            cancellationToken);
        return result is DeliveryResult.Sent ? _direct = opened : new DirectConversation.Refused(result);
    }

    public Task<PersonLookup> LookUpAsync(PersonAddress person, CancellationToken cancellationToken) => screen.LookUpAsync(person, cancellationToken);

    private async Task<DeliveryResult> AnswerAsync(ChannelCall call, Func<Task<DeliveryResult>> carryOut, CancellationToken cancellationToken)
    {
        if (_isAway)
        {
            return new DeliveryResult.Failed("connection");
        }

        if (!_refusals.Remove(call, out var refused))
        {
            return await carryOut();
        }

        switch (refused.Refusal)
        {
            case Refusal.Blocked:
                return new DeliveryResult.Blocked();
            case Refusal.Gone:
                return new DeliveryResult.NotFound();
            case Refusal.Throttled:
                return new DeliveryResult.Throttled(refused.Wait ?? _unsaid);
            case Refusal.Rejected:
                return new DeliveryResult.Failed("rejected");
            case Refusal.AnswerLost:
                await carryOut();
                return new DeliveryResult.Failed("timeout", MayHaveArrived: true);
            case Refusal.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                throw new InvalidOperationException("Nobody waits for ever.");
            default:
                return new DeliveryResult.Failed("fault", MayHaveArrived: true);
        }
    }
}
