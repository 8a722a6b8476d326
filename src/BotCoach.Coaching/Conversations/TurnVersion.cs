using System.Security.Cryptography;
using System.Text;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>
/// Makes a name out of a turn: the same for a turn that comes again, so that deciding it twice writes the same rows, and
/// no other turn's.
/// </summary>
internal static class TurnVersion
{
    // 64 bits: a person would need billions of turns for two of them to meet.
    private const int Bytes = 8;

    public static string Of(ChatTurn turn) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{turn.Person.Workspace} {turn.Id}")).AsSpan(0, Bytes));
}
