using System.Diagnostics;
using OpenTelemetry.Trace;

namespace BotCoach.Host;

/// <summary>
/// Decides which work begins a trace: what came in from outside and what the coach does by itself. A call out that belongs to
/// nothing is a poll of the store, and there are several of them a second.
/// </summary>
internal sealed class WorthTracing(double share) : Sampler
{
    private readonly TraceIdRatioBasedSampler _share = new(share);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind is ActivityKind.Client ? new SamplingResult(SamplingDecision.Drop) : _share.ShouldSample(samplingParameters);
}
