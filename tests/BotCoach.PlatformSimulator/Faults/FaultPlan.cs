using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BotCoach.PlatformSimulator;

/// <summary>What goes wrong with one request.</summary>
internal enum Fault
{
    None,
    ServerError,
    Throttled,
    LostAnswer,
    Slow,
}

/// <summary>
/// Decides what goes wrong, from a seed. A request is known by what it asks for and by how often that was asked before, never
/// by when it came, so that a run can be repeated whatever the threads and the network do.
/// </summary>
internal sealed class FaultPlan(long seed)
{
    private static readonly int[] _serverErrors = [500, 502, 503, 504];

    /// <summary>The fault of a request: at most one.</summary>
    /// <param name="rates">How often each comes.</param>
    /// <param name="request">What it asks for.</param>
    /// <param name="attempt">How often that was asked before.</param>
    public Fault Of(FaultRates rates, string request, int attempt)
    {
        var draw = Draw($"{request} {attempt.ToString(CultureInfo.InvariantCulture)}");
        Fault[] faults = [Fault.ServerError, Fault.Throttled, Fault.LostAnswer, Fault.Slow];
        double[] shares = [rates.ServerError, rates.Throttled, rates.LostAnswer, rates.Slow];
        for (var i = 0; i < faults.Length; i++)
        {
            if (draw < shares[i])
                return faults[i];
            draw -= shares[i];
        }

        return Fault.None;
    }

    /// <summary>Which error a server error is.</summary>
    public int StatusOf(string request, int attempt) =>
        _serverErrors[(int)(Draw($"status {request} {attempt.ToString(CultureInfo.InvariantCulture)}") * _serverErrors.Length)];

    /// <summary>Whether a person blocked the bot.</summary>
    public bool IsBlocked(FaultRates rates, string workspace, string person) => Draw($"blocked {workspace} {person}") < rates.Blocked;

    /// <summary>Whether a person's first conversation is gone.</summary>
    public bool IsGone(FaultRates rates, string workspace, string person) => Draw($"gone {workspace} {person}") < rates.Gone;

    /// <summary>A number from 0 up to but not including 1, always the same for the same text and seed.</summary>
    private double Draw(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {text}")));
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }
}
