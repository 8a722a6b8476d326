using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Turns the weekly digest on and off.</summary>
internal sealed class DigestConversation(Leads leads, DigestSettings settings)
{
    /// <summary><c>/coach digest</c>, and the button of its card.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="person">Who wants it.</param>
    /// <param name="wanted">Whether it is to come; null to see whether it does.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TurnDecision> SetAsync(ChatTurn turn, PersonState person, bool? wanted, CancellationToken cancellationToken)
    {
        if (!await leads.IsLeadAsync(person.Address, cancellationToken))
        {
            return TurnDecision.Say(turn, LeadCards.NotALead(person.Language));
        }

        return wanted is { } isWanted
            ? TurnDecision.Say(turn, DigestCards.Settings(person.Language, isWanted)) with { Writes = [DigestSettings.Write(person.Address, isWanted)] }
            : TurnDecision.Say(turn, DigestCards.Settings(person.Language, await settings.IsWantedAsync(person.Address, cancellationToken)));
    }
}
