using System.Runtime.InteropServices;

namespace BotCoach.Coaching;

/// <summary>A word of a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is; a possessive <c>'s</c> is left out.</param>
/// <param name="Lower">The word in small letters.</param>
/// <param name="Stem">The same without the ending of a plural or a third person.</param>
/// <param name="Joint">
/// What stands between the word before it and this one: a space, a hyphen, <c>/</c>, <c>.</c> or <c>&amp;</c>; and
/// <see cref="TextWords.Apart"/> for anything else, across which no phrase reaches.
/// </param>
/// <param name="Sentence">The number of its sentence.</param>
internal readonly record struct TextWord(int Start, int Length, string Lower, string Stem, char Joint, int Sentence)
{
    public int End => Start + Length;
}

/// <summary>A sentence of a text.</summary>
/// <param name="Start">Where its first word begins.</param>
/// <param name="End">The place after its last mark.</param>
/// <param name="FirstWord">The index of its first word.</param>
/// <param name="WordCount">How many words it has; at least one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sentence(int Start, int End, int FirstWord, int WordCount);
