namespace BotCoach.Coaching;

/// <summary>What a person asks the coach to do, however and in whatever language they said it (see <see cref="CommandWords"/>).</summary>
internal abstract record CoachCommand
{
    private CoachCommand()
    {
    }

    /// <summary>Say what can be asked.</summary>
    public sealed record Help : CoachCommand;

    /// <summary>Show the plan, or choose one.</summary>
    public sealed record ShowPlan(PlanTemplate? Choose) : CoachCommand;

    /// <summary>Show what the person can set.</summary>
    public sealed record ShowSettings : CoachCommand;

    /// <summary>Send the nudge of a practice now.</summary>
    public sealed record Try(string Practice) : CoachCommand;

    /// <summary>Let nudges rest; the text says until when and may be empty.</summary>
    public sealed record Pause(string Until) : CoachCommand;

    /// <summary>Go on with the plan.</summary>
    public sealed record Resume : CoachCommand;

    /// <summary>End the plan.</summary>
    public sealed record Stop : CoachCommand;

    /// <summary>Prepare a meeting; the text may name it and its time.</summary>
    public sealed record PrepareMeeting(string Text) : CoachCommand;

    /// <summary>Prepare the talk with the manager; the text may say with whom and when.</summary>
    public sealed record PrepareOneOnOne(string Text) : CoachCommand;

    /// <summary>List the words that everyone in the company knows.</summary>
    public sealed record ShowWords : CoachCommand;

    /// <summary>Show whether a language model may read pre-reads.</summary>
    public sealed record ShowModel : CoachCommand;

    /// <summary>Show or name programme leads.</summary>
    public sealed record Lead(string Text) : CoachCommand;

    /// <summary>What a lead does about groups.</summary>
    public sealed record Groups(string Text) : CoachCommand;

    /// <summary>Show the groups that the person is in.</summary>
    public sealed record MyGroups : CoachCommand;

    /// <summary>Open the figures of the groups.</summary>
    public sealed record Insights : CoachCommand;

    /// <summary>Turn the weekly digest on or off; null to see which it is.</summary>
    public sealed record Digest(bool? Wanted) : CoachCommand;

    /// <summary>Give the person a copy of everything about them.</summary>
    public sealed record Export : CoachCommand;

    /// <summary>Show how the last meetings went.</summary>
    public sealed record ShowRecord : CoachCommand;

    /// <summary>Erase the person.</summary>
    public sealed record ForgetMe : CoachCommand;

    /// <summary>List the meetings to come.</summary>
    public sealed record ListMeetings : CoachCommand;

    /// <summary>Answer the check-in that is open.</summary>
    public sealed record Reply(string Text) : CoachCommand;

    /// <summary>None of these.</summary>
    public sealed record Unknown(string Text) : CoachCommand;

    /// <summary>Reads a slash command, whose words can mean nothing else.</summary>
    /// <param name="command">The command without its slash.</param>
    /// <param name="text">What follows it.</param>
    public static CoachCommand OfSlash(string command, string text) =>
        command switch
        {
            "coach" => OfCoach(text.Trim()),
            "prep" => OfPrep(text.Trim()),
            _ => new Unknown($"{command} {text}".Trim()),
        };

    /// <summary>
    /// Reads a plain message. It may be an answer that happens to start with a word of ours ("plan changed on Friday"),
    /// so a word counts as a command only when the whole message has the shape of one.
    /// </summary>
    public static CoachCommand? OfMessage(string message)
    {
        var text = message.Trim().TrimStart('/').TrimStart();
        var (word, rest) = CommandWords.Split(text);
        return word switch
        {
            "coach" => OfCoach(rest),
            "prep" => OfPrep(rest),
            "help" or "plan" or "settings" or "record" or "resume" or "stop" or "pause" when rest.Length == 0 => OfCoach(word),
            "plan" when PlanTemplate.Find(rest) is not null => OfCoach(text),
            "pause" when rest.StartsWith("until ", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("for ", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("hasta ", StringComparison.OrdinalIgnoreCase)
                || MeetingTime.IsDate(rest) => OfCoach(text),
            "preparar" when IsPreparation(rest) => OfPrep(rest),
            "try" when rest.Length > 0 => new Try(rest),
            _ => null,
        };
    }

    private static CoachCommand OfCoach(string text)
    {
        var (word, rest) = CommandWords.Split(text);
        return word switch
        {
            "" or "plan" when rest.Length == 0 => new ShowPlan(Choose: null),
            "plan" when PlanTemplate.Find(rest) is { } template => new ShowPlan(template),
            "settings" when rest.Length == 0 => new ShowSettings(),
            "help" => new Help(),
            "try" => new Try(rest),
            "pause" => new Pause(rest),
            "resume" when rest.Length == 0 => new Resume(),
            "stop" when rest.Length == 0 => new Stop(),
            "reply" or "answer" => new Reply(rest),
            "prep" or "preparar" => OfPrep(rest),
            "words" when rest.Length == 0 => new ShowWords(),
            "record" when rest.Length == 0 => new ShowRecord(),
            "forget" when rest.Length == 0 || rest.Equals("me", StringComparison.OrdinalIgnoreCase) => new ForgetMe(),
            "lead" or "leads" => new Lead(rest),
            "group" => new Groups(rest),
            "groups" when rest.Length == 0 => new MyGroups(),
            "insights" when rest.Length == 0 => new Insights(),
            "digest" when rest.Length == 0 => new Digest(Wanted: null),
            "digest" when CommandWords.Of(rest) == DigestCards.On => new Digest(Wanted: true),
            "digest" when CommandWords.Of(rest) == DigestCards.Off => new Digest(Wanted: false),
            "export" when rest.Length == 0 => new Export(),
            "model" when rest.Length == 0 => new ShowModel(),
            _ => new Unknown(text),
        };
    }

    private static CoachCommand OfPrep(string text)
    {
        var (word, rest) = CommandWords.Split(text);
        return word switch
        {
            "" or "list" when rest.Length == 0 => new ListMeetings(),
            "meeting" when IsPartOfName(rest) => new PrepareMeeting(text),
            "meeting" => new PrepareMeeting(rest),
            "1:1" or "1-1" or "1on1" or "1:1s" or "one-on-one" or "one-to-one" => new PrepareOneOnOne(rest),
            "one" when CommandWords.Split(rest) is (("on" or "to" or "a"), var more) && CommandWords.Split(more) is ("one", var other) => new PrepareOneOnOne(other),
            _ => new PrepareMeeting(text),
        };
    }

    // "preparar" is no name of a command as "prep" is: "preparar el informe" is an answer.
    private static bool IsPreparation(string text) =>
        CommandWords.Split(text).Word is "meeting" or "list" || OfPrep(text) is PrepareOneOnOne;

    // "reunión de dirección" is what the meeting is called, as "reunión" before another name is not.
    private static bool IsPartOfName(string text) => CommandWords.Split(text).Word is "de" or "del" or "con" or "sobre" or "entre";
}
