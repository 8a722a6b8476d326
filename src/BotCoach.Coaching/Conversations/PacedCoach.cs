using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>
/// Takes each person's turns at a pace that no person at a keyboard reaches, so that nobody who floods slows the others. The
/// last turn of a burst says so; what comes too fast after it is refused before anything is read. See
/// docs/adr/0023-a-pace-for-each-person.md.
/// </summary>
/// <param name="coach">Takes the turns.</param>
/// <param name="clock">The real clock: floods are of this world, whatever clock the coach goes by.</param>
internal sealed class PacedCoach(Coach coach, TimeProvider clock) : IChatTurnHandler
{
    /// <summary>How many turns of one person are taken at once. A sheet with all its parts filled in by taps takes some twenty.</summary>
    public const int AtOnce = 60;

    /// <summary>And then one in this time.</summary>
    public static readonly TimeSpan Each = TimeSpan.FromSeconds(1);

    /// <summary>For how long a person is told once.</summary>
    public static readonly TimeSpan ToldAgainAfter = TimeSpan.FromMinutes(10);

    private readonly Allowances<PersonAddress> _pace = new(AtOnce, Each, clock);
    private readonly Allowances<PersonAddress> _notices = new(1, ToldAgainAfter, clock);

    public async Task<ChatAnswer> HandleAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        if (!_pace.TryTake(turn.Person))
        {
            throw new TooManyTurnsException();
        }

        // The last of a burst is the one that says so: it has an answer to say it with.
        var isLast = !_pace.HasLeft(turn.Person);
        var answer = await coach.HandleAsync(turn, cancellationToken);
        // A form that was refused shows nothing but why.
        return isLast && answer.Errors.Count == 0 && _notices.TryTake(turn.Person) ? PaceCards.Tell(answer, Language.Of(turn.Locale)) : answer;
    }

    public Task RecordPostAsync(ChatTurn turn, CardPost post, MessageAddress message, CancellationToken cancellationToken) =>
        coach.RecordPostAsync(turn, post, message, cancellationToken);
}
