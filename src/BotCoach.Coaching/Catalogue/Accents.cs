using System.Globalization;
using System.Text;

namespace BotCoach.Coaching;

/// <summary>Letters without what stands above or below them, to compare what people type.</summary>
internal static class Accents
{
    /// <summary>"Sí" becomes "Si", "año" becomes "ano".</summary>
    // Through runes: half a character, which some client may send, cannot be taken apart.
    public static string Remove(string text) => string.Concat(
        string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark));
}
