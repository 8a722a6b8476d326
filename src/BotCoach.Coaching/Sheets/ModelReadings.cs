using System.Collections.Concurrent;
using System.Threading.Channels;
using BotCoach.Chat;
using BotCoach.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotCoach.Coaching;

/// <summary>
/// Lets the language model read pre-reads beside the turns: a person never waits for it. What the service found itself is
/// there from the start; what the model finds takes its place when the person looks the next time. A reading that is lost,
/// with the process or with the model, is asked for again when they look.
/// </summary>
internal sealed partial class ModelReadings(
    ITableStore store, People people, Briefings briefings, TimeProvider clock, ILogger<ModelReadings> logger) : BackgroundService
{
    // Beyond that the model is far behind, and what was found without it has to do.
    private const int MostWaiting = 1_000;

    private const int AtOnce = 4;

    // A model that failed may be back; one that finds nothing is not asked at every look.
    private static readonly TimeSpan NotAgainWithin = TimeSpan.FromMinutes(10);

    private readonly Channel<Reading> _waiting = Channel.CreateBounded<Reading>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly ConcurrentDictionary<Reading, DateTimeOffset> _asked = [];
    private readonly ITable _table = store.Table(PeopleTable.Name);

    /// <summary>Asks for a reading of what was pasted for a meeting. It does not wait.</summary>
    public void Ask(PersonAddress person, PreReadForModel preRead)
    {
        var reading = new Reading(person, preRead);
        var now = clock.GetUtcNow();
        if (_asked.TryGetValue(reading, out var before) && now - before < NotAgainWithin)
        {
            return;
        }

        if (_asked.Count > MostWaiting)
        {
            _asked.Clear();
        }

        _asked[reading] = now;
        _waiting.Writer.TryWrite(reading);
    }

    /// <summary>Reads what was pasted for a meeting, if the person still agrees and it is still what was pasted.</summary>
    /// <returns>Whether the model's key points are in their place now.</returns>
    public async Task<bool> ReadAsync(PersonAddress person, string meeting, CancellationToken cancellationToken)
    {
        var key = PeopleTable.PreRead(person, meeting);
        var asked = await people.ReadAsync(person, cancellationToken);
        if (asked.Profile.MayAskModel is not true
            || await _table.ReadAsync(key, cancellationToken) is not { } row)
        {
            return false;
        }

        var stored = PreReadRow.Read(row);
        var briefing = await briefings.PrepareAsync(asked.Language, stored.Text, mayAskModel: true, cancellationToken);
        return briefing.FromModel
            && await _table.WriteAsync(
                [new RowWrite.Replace { Key = key, Version = row.Version, Properties = PreReadRow.Write(stored with { Briefing = briefing }) }],
                cancellationToken) is WriteResult.Written;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _waiting.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        async (reading, token) =>
        {
            try
            {
                await ReadAsync(reading.Person, reading.PreRead.Meeting, token);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Not the exception: its message might hold what was pasted.
                Log.ReadingFailed(logger, failure.GetType().Name);
            }
        });

    private readonly record struct Reading(PersonAddress Person, PreReadForModel PreRead);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A pre-read was not read by the language model: {Kind}.")]
        public static partial void ReadingFailed(ILogger logger, string kind);
    }
}

/// <summary>A pre-read that a language model is to read.</summary>
/// <param name="Meeting">The meeting's id.</param>
/// <param name="PastedAt">When it was pasted: another paste is another reading.</param>
internal sealed record PreReadForModel(string Meeting, DateTimeOffset PastedAt);
