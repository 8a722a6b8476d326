using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>A word that everyone in a person's company knows, as they said.</summary>
internal static class CompanyWord
{
    /// <summary>Keeps a word.</summary>
    /// <param name="person">Who said so.</param>
    /// <param name="word">The word in small letters.</param>
    /// <param name="at">When.</param>
    public static RowWrite Save(PersonAddress person, string word, DateTimeOffset at) => new RowWrite.Upsert
    {
        Key = PeopleTable.Word(person, word),
        Properties = new RowProperties { { "Word", word }, { "At", at } },
    };

    /// <summary>Forgets a word that is there.</summary>
    public static RowWrite Forget(PersonAddress person, string word) => new RowWrite.Delete { Key = PeopleTable.Word(person, word) };
}
