using System.Reflection;
using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.EndToEnd;

/// <summary>Something in the coach that makes a card or a form.</summary>
internal sealed class CardFactory
{
    private readonly MethodInfo _method;

    private CardFactory(MethodInfo method) => _method = method;

    /// <summary>Its class and name, such as <c>PlanCards.Welcome</c>.</summary>
    public string Name => NameOf(_method);

    /// <summary>Every one that there is: whatever is static, not private, and gives back a card, several, or a form.</summary>
    public static IReadOnlyList<CardFactory> All { get; } =
        [.. Makers().Where(IsFactory).Select(method => new CardFactory(method)).OrderBy(factory => factory.Name, StringComparer.Ordinal)];

    /// <summary>What makes cards where nobody else can call it, without a factory in the same class that does.</summary>
    public static IReadOnlyList<string> Hidden { get; } =
    [
        .. Makers()
            .Where(method => !IsFactory(method) && Makers().All(other => !IsFactory(other) || other.DeclaringType != method.DeclaringType))
            .Select(NameOf),
    ];

    /// <summary>What it makes of every sample of its parameters, in every language.</summary>
    public IEnumerable<MadeCard> Make()
    {
        foreach (var language in Language.All)
        {
            var samples = _method.GetParameters().Select(parameter => CardSamples.For(parameter, language)).ToList();
            var variants = samples.Select(sample => sample.Count).DefaultIfEmpty(1).Max();
            for (var variant = 0; variant < variants; variant++)
            {
                var place = variant;
                var made = _method.Invoke(null, [.. samples.Select(sample => sample[place % sample.Count])]);
                foreach (var one in made as IEnumerable<object> ?? [made!])
                    yield return new MadeCard(Name, language, place, Said(one, language));
            }
        }
    }

    private static object Said(object made, Language language) => made switch
    {
        Card card => card with { Language = language },
        ChatForm form => form with { Language = language },
        _ => made,
    };

    /// <summary>Whatever gives back a card or form; a property of an instance only carries one.</summary>
    private static IEnumerable<MethodInfo> Makers() => typeof(CoachingServices).Assembly.GetTypes()
        .Where(type => !type.Name.Contains('<', StringComparison.Ordinal))
        .SelectMany(type => type.GetMethods(
            BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(method => !method.Name.Contains('<', StringComparison.Ordinal) && (method.IsStatic || !method.IsSpecialName) && Makes(method.ReturnType));

    private static bool IsFactory(MethodInfo method) => method is { IsStatic: true, IsPrivate: false };

    private static bool Makes(Type type) => type == typeof(Card) || type == typeof(ChatForm) || typeof(IEnumerable<Card>).IsAssignableFrom(type);

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name.Replace("get_", "", StringComparison.Ordinal)}";
}

/// <summary>A card or a form that the coach made.</summary>
/// <param name="Factory">What made it.</param>
/// <param name="Language">The language of whoever reads it.</param>
/// <param name="Variant">Of which sample, from 0 on: the usual one first.</param>
/// <param name="Made">The card or form.</param>
internal sealed record MadeCard(string Factory, Language Language, int Variant, object Made);
