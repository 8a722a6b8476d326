using System.Security.Cryptography;
using System.Text;

namespace BotCoach.Coaching;

/// <summary>What a person means to bring to a meeting.</summary>
public enum PointKind
{
    /// <summary>A question to ask.</summary>
    Question,

    /// <summary>A comment to make.</summary>
    Comment,
}

/// <summary>A question or a comment that a person prepared.</summary>
/// <param name="Text">Their words.</param>
public sealed record MeetingPoint(string Text)
{
    // 32 bits: a sheet has six points, and two of them with one name would only be dropped together.
    private const int IdBytes = 4;

    /// <summary>The longest text of a point, in characters: two or three sentences, which is what is said in one go.</summary>
    public const int MaxLength = 300;

    /// <summary>Whether they said it in the meeting; null until they tell.</summary>
    public bool? WasSaid { get; init; }

    /// <summary>Whether it was left over from the meeting before.</summary>
    public bool IsCarriedOver { get; init; }

    /// <summary>Names the point among those of its meeting. Other words are another point.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)).AsSpan(0, IdBytes));
}
