using System.Text.Json.Nodes;

namespace BotCoach.Slack;

/// <summary>What is left of the room that a message has.</summary>
internal sealed class BlockRoom
{
    private int _blocks = SlackLimits.MessageBlocks;
    private int _characters = SlackLimits.MessageCharacters;

    /// <summary>Takes the room of some blocks that are shown in any case.</summary>
    public void Take(IReadOnlyCollection<JsonObject> part)
    {
        _blocks -= part.Count;
        _characters -= Blocks.Size(part);
    }

    /// <summary>Takes the room of some blocks if there is as much.</summary>
    /// <param name="part">The blocks.</param>
    /// <param name="share">They may take one part in so many of what is left.</param>
    public bool TryTake(IReadOnlyCollection<JsonObject> part, int share = 1)
    {
        if (part.Count > _blocks || Blocks.Size(part) > _characters / share)
            return false;
        Take(part);
        return true;
    }
}
