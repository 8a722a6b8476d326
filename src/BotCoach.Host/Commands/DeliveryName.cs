using System.Diagnostics.CodeAnalysis;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Host;

/// <summary>A nudge to a person, as an operator reads and types it: channel/workspace/person/nudge.</summary>
internal sealed record DeliveryName(PersonAddress Person, NudgeKey Nudge)
{
    public static DeliveryName Of(FailedNudge failure) => new(failure.Person, failure.Key);

    public static bool TryParse(string text, [NotNullWhen(true)] out DeliveryName? name)
    {
        name = null;
        if (text.Split('/') is [{ Length: > 0 } channel, { Length: > 0 } workspace, { Length: > 0 } person, var nudge]
            && NudgeKey.TryParse(nudge, out var key))
        {
            try
            {
                name = new DeliveryName(new PersonAddress(KeyEncoding.Decode(channel), KeyEncoding.Decode(workspace), KeyEncoding.Decode(person)), key.Value);
            }
            catch (FormatException)
            {
                // Typed by hand, and not as the list shows it.
            }
        }

        return name is not null;
    }

    public override string ToString() =>
        $"{KeyEncoding.Encode(Person.Channel)}/{KeyEncoding.Encode(Person.Workspace)}/{KeyEncoding.Encode(Person.Person)}/{Nudge}";
}
