using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>A page in the browser that a link of the coach opens.</summary>
public enum OneTimePage
{
    /// <summary>The figures of a workspace, for its leads.</summary>
    Insights,

    /// <summary>The copy of everything that is kept about a person, for them alone.</summary>
    Export,
}

/// <summary>Makes links that sign a person in once, and for a few minutes only.</summary>
public interface IOneTimeLinks
{
    /// <summary>Makes a link.</summary>
    /// <param name="page">What it opens.</param>
    /// <param name="person">Whom it signs in: whoever has the link is taken for them.</param>
    /// <returns>The link; null when the service does not know at which address browsers reach it.</returns>
    Uri? Make(OneTimePage page, PersonAddress person);
}
