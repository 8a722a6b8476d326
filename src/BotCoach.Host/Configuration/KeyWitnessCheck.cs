using BotCoach.Storage;

namespace BotCoach.Host;

/// <summary>
/// Looks once, after the start, whether the key ring is the store's, so that a wrong one shows at once and not when the first
/// secret is needed; and leaves the witness with a new store.
/// </summary>
internal sealed partial class KeyWitnessCheck(KeyWitness witness, ILogger<KeyWitnessCheck> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!await witness.AgreesAsync(stoppingToken))
            {
                Log.OtherKeys(logger);
            }
        }
        catch (TableUnavailableException)
        {
            // Said by whoever needs the store; /health asks again.
        }
        catch (Exception unusable) when (unusable is not OperationCanceledException)
        {
            Log.NotUsable(logger, unusable);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The key ring (Keys:Path) is not the one that the store's secrets were encrypted with: they stay closed. Put the right folder back.")]
        public static partial void OtherKeys(ILogger logger);

        [LoggerMessage(LogLevel.Error, "The key ring (Keys:Path) cannot be used.")]
        public static partial void NotUsable(ILogger logger, Exception unusable);
    }
}
