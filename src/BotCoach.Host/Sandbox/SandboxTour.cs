using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>One thing that there is to try.</summary>
/// <param name="Says">What to do.</param>
/// <param name="Type">What to type for it; null when nothing is to be typed.</param>
/// <param name="IsDone">Whether the visitor did it.</param>
internal sealed record TourStep(string Says, string? Type, bool IsDone);

/// <summary>What a newcomer can try, in the order in which it makes sense, and what of it they did.</summary>
internal sealed class SandboxTour
{
    private enum Step
    {
        Plan,
        Nudge,
        Answer,
        Meeting,
        Messages,
        Insights,
    }

    private readonly HashSet<Step> _done = [];

    /// <summary>The steps.</summary>
    public IReadOnlyList<TourStep> StepsIn(Language language)
    {
        var texts = TourTexts.In(language);
        lock (_done)
        {
            return
            [
                Of(Step.Plan, texts.ChoosePlan),
                Of(Step.Nudge, texts.ToNudge),
                Of(Step.Answer, texts.AnswerNudge),
                Of(Step.Meeting, texts.PrepareMeeting, texts.PrepareMeetingCommand),
                Of(Step.Messages, texts.ThroughMeeting),
                Of(Step.Insights, texts.SeeInsights, texts.SeeInsightsCommand),
            ];
        }
    }

    /// <summary>Looks at a turn that was taken.</summary>
    public void Look(ChatTurn turn)
    {
        switch (turn)
        {
            case ButtonTurn { Action.Name: "check-in.answer" or "check-in.line" }:
            case MessageTurn when IsDone(Step.Nudge) && !IsDone(Step.Answer):
                Do(Step.Answer);
                break;
            case FormTurn { Form: "meeting" }:
                Do(Step.Meeting);
                break;
        }
    }

    /// <summary>Looks at what is to come: whoever has a plan has nudges ahead.</summary>
    public void LookAhead(NudgeKind? next)
    {
        if (next is NudgeKind.Practice)
        {
            Do(Step.Plan);
        }
    }

    /// <summary>The visitor reads the figures.</summary>
    public void LookAtInsights() => Do(Step.Insights);

    /// <summary>Looks at what has come.</summary>
    public void LookBack(NudgeKind came)
    {
        if (came is NudgeKind.Practice)
        {
            Do(Step.Nudge);
        }
        else if (came is NudgeKind.MeetingCheck)
        {
            Do(Step.Messages);
        }
    }

    private TourStep Of(Step step, string says, string? type = null) => new(says, type, _done.Contains(step));

    private bool IsDone(Step step)
    {
        lock (_done)
        {
            return _done.Contains(step);
        }
    }

    private void Do(Step step)
    {
        lock (_done)
        {
            _done.Add(step);
        }
    }
}
