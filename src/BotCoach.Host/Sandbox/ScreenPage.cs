using BotCoach.Chat;

namespace BotCoach.Host;

/// <summary>What stands on the page around the conversation.</summary>
/// <param name="Language">The tag of its language.</param>
/// <param name="Words">Its words, by the names that sandbox.html and sandbox.js have for them.</param>
/// <param name="Commands">What is offered to whoever begins a command.</param>
internal sealed record ScreenPage(string Language, IReadOnlyDictionary<string, string> Words, IReadOnlyList<ScreenCommand> Commands)
{
    private static readonly Dictionary<Language, ScreenPage> _pages = Chat.Language.All.ToDictionary(language => language, Make);

    /// <summary>The page in a language.</summary>
    public static ScreenPage Of(Language language) => _pages[language];

    private static ScreenPage Make(Language language)
    {
        var texts = SandboxTexts.In(language);
        return new ScreenPage(
            language.Tag,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["title"] = texts.Title,
                ["skip"] = texts.Skip,
                ["sandbox"] = texts.Sandbox,
                ["tag"] = texts.Tag,
                ["setUp"] = texts.SetUp,
                ["startOver"] = texts.StartOver,
                ["yourConversation"] = texts.YourConversation,
                ["conversation"] = texts.Conversation,
                ["needsScript"] = texts.NeedsScript,
                ["itIs"] = texts.ItIs,
                ["nothingPlanned"] = texts.NothingPlanned,
                ["commands"] = texts.Commands,
                ["write"] = texts.Write,
                ["writeOrCommand"] = texts.WriteOrCommand,
                ["send"] = texts.Send,
                ["tryThis"] = texts.TryThis,
                ["keptInMemory"] = texts.KeptInMemory,
                ["you"] = texts.You,
                ["notDone"] = texts.NotDone,
                ["clockStands"] = texts.ClockStands,
                ["notSaved"] = texts.NotSaved,
                ["done"] = texts.Done,
            },
            CommandsIn(CommandTexts.In(language)));
    }

    private static IReadOnlyList<ScreenCommand> CommandsIn(CommandTexts texts) =>
    [
        new(texts.Meeting, texts.MeetingSays),
        new(texts.OneToOne, texts.OneToOneSays),
        new(texts.Ahead, texts.AheadSays),
        new(texts.Plan, texts.PlanSays),
        new(texts.Settings, texts.SettingsSays),
        new(texts.Try, texts.TrySays),
        new(texts.Pause, texts.PauseSays),
        new(texts.Resume, texts.ResumeSays),
        new(texts.Record, texts.RecordSays),
        new(texts.Insights, texts.InsightsSays),
        new(texts.Export, texts.ExportSays),
        new(texts.Forget, texts.ForgetSays),
        new(texts.Help, texts.HelpSays),
    ];
}

/// <summary>A command that is offered.</summary>
/// <param name="Type">What to type.</param>
/// <param name="Says">What it is for.</param>
internal sealed record ScreenCommand(string Type, string Says);
