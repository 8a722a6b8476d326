namespace BotCoach.Coaching;

/// <summary>A word or number of a sentence.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Plain">In small letters without accents, so that <c>Decisión</c> and <c>decision</c> are one word.</param>
/// <param name="Start">Where it begins in the sentence.</param>
internal readonly record struct Word(string Text, string Plain, int Start)
{
    /// <summary>Where it ends in the sentence.</summary>
    public int End => Start + Text.Length;

    /// <summary>Whether it begins with a digit.</summary>
    public bool IsNumber => char.IsDigit(Text[0]);
}
