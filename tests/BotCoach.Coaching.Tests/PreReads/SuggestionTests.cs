using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>Suggestions are made from what the author wrote, come by threes, and go when they are sent away.</summary>
public sealed class SuggestionTests
{
    private static readonly Suggestions _suggestions = Suggestions.Load();
    private static readonly Briefings _briefings = new(new KeyPointFinder(), TopicCatalogue.Load(), Glossary.Load());

    public static TheoryData<string, SuggestionKind> Samples
    {
        get
        {
            var samples = new TheoryData<string, SuggestionKind>();
            PreReadSample.All.ToList().ForEach(sample => Array.ForEach(Enum.GetValues<SuggestionKind>(), kind => samples.Add(sample.Name, kind)));
            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Each_quotes_the_key_point_that_it_concerns(string name, SuggestionKind kind)
    {
        var briefing = await BriefingOf(name);
        var all = AllOf(briefing, kind);

        Assert.True(all.Count >= 2 * briefing.Points.Count);
        Assert.All(all, suggestion => Assert.Contains(Quote(suggestion), briefing.Points[suggestion.Point].Text, StringComparison.OrdinalIgnoreCase));
        Assert.All(all, suggestion => Assert.InRange(suggestion.Text.Length, 30, Suggestion.MaxLength));
        Assert.All(all, suggestion => Assert.DoesNotContain('{', suggestion.Text.Replace(Quote(suggestion), "", StringComparison.Ordinal)));
        Assert.All(all, suggestion => Assert.EndsWith(kind == SuggestionKind.Question ? "?" : "…", suggestion.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Three_at_most_come_at_once_each_on_another_point(string name, SuggestionKind kind)
    {
        var shown = _suggestions.For(Language.English, await BriefingOf(name), kind, []);

        Assert.Equal(3, shown.Count);
        Assert.Distinct(shown.Select(suggestion => suggestion.Point));
    }

    [Fact]
    public async Task A_dismissed_one_does_not_come_back_and_the_next_takes_its_place()
    {
        var briefing = await BriefingOf("board-deck");
        var before = _suggestions.For(Language.English, briefing, SuggestionKind.Question, []);
        var after = _suggestions.For(Language.English, briefing, SuggestionKind.Question, [before[1].Id]);

        Assert.Equal([before[0], before[2]], after.Take(2));
        Assert.DoesNotContain(before, suggestion => suggestion.Id == after[2].Id);
    }

    [Fact]
    public async Task They_come_to_an_end()
    {
        var briefing = await BriefingOf("short");

        Assert.Empty(_suggestions.For(Language.English, briefing, SuggestionKind.Comment, [.. AllOf(briefing, SuggestionKind.Comment).Select(suggestion => suggestion.Id)]));
        Assert.Empty(_suggestions.For(Language.English, Briefing.Empty, SuggestionKind.Question, []));
    }

    [Fact]
    public async Task A_point_keeps_its_ids_when_the_rest_of_the_text_changes()
    {
        var briefing = await BriefingOf("board-deck");
        var shortened = briefing with { Points = [.. briefing.Points.Skip(2)] };
        var ids = AllOf(briefing, SuggestionKind.Question).Where(suggestion => suggestion.Point >= 2).Select(suggestion => suggestion.Id).ToHashSet();

        Assert.Equal(ids, AllOf(shortened, SuggestionKind.Question).Select(suggestion => suggestion.Id).ToHashSet());
    }

    [Theory]
    [InlineData("The forecast assumes that churn stays at 4 % and that nobody leaves.", "You assume “churn stays at 4 %”. What happens at 6 %?")]
    [InlineData("We assume that revenue grows by 14 % in the second year.", "You assume “revenue grows by 14 % in the second year”. What happens at 10 %?")]
    [InlineData("The plan assumes that attrition is 2.9 % a quarter, as it was.", "You assume “attrition is 2.9 % a quarter”. What happens at 4.5 %?")]
    public void An_assumed_share_is_asked_about_with_a_worse_one(string text, string question) =>
        Assert.Equal(question, _suggestions.For(Language.English, With(text), SuggestionKind.Question, [])[0].Text);

    [Theory]
    [InlineData("We assume that the contract, which is 7 % of revenue, is renewed.")]
    [InlineData("We assume that 4 % of offices are closed.")]
    [InlineData("We assume that churn is 4 % here and cost 5 % there.")]
    [InlineData("We assume that churn is 80 % in the first year.")]
    public void A_worse_share_is_not_made_up_where_it_is_not_clear(string text) =>
        Assert.DoesNotContain("What happens at", _suggestions.For(Language.English, With(text), SuggestionKind.Question, [])[0].Text, StringComparison.Ordinal);

    [Fact]
    public void A_long_sentence_is_quoted_by_its_first_clauses()
    {
        const string Text = "Gross churn rose from 2.1 % to 2.9 % of recurring revenue in the quarter, and the increase is concentrated in customers with fewer than fifty seats, who leave within the first nine months.";

        Assert.StartsWith(
            "“Gross churn rose from 2.1 % to 2.9 % of recurring revenue in the quarter”: ",
            _suggestions.For(Language.English, With(Text), SuggestionKind.Question, [])[0].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_deadline_is_asked_about_by_its_day_and_a_day_that_is_over_is_not()
    {
        Assert.Contains(
            AllOf(With("The offer of the landlord has to be signed by Friday 18 December."), SuggestionKind.Question),
            suggestion => suggestion.Text.Contains("18 December cannot be kept", StringComparison.Ordinal)
                || suggestion.Text.Contains("so that 18 December holds", StringComparison.Ordinal));
        Assert.DoesNotContain(
            AllOf(With("On Wednesday 14 October nobody was able to pay."), SuggestionKind.Question),
            suggestion => suggestion.Text.EndsWith("14 October cannot be kept?", StringComparison.Ordinal) || suggestion.Text.EndsWith("14 October holds?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Suggestions_speak_the_language_of_the_pre_read() => Assert.All(
        _suggestions.For(Language.English, await BriefingOf("spanish"), SuggestionKind.Question, []),
        suggestion => Assert.Matches("«.+»(: ¿|\\. ¿)", suggestion.Text));

    private static Briefing With(string point) => Briefing.Empty with { Points = [new KeyPoint { Text = point, Place = PreReadPlace.Paragraph(1) }] };

    private static Task<Briefing> BriefingOf(string name) =>
        _briefings.PrepareAsync(Language.English, PreReadSample.All.Single(sample => sample.Name == name).Text, mayAskModel: false, CancellationToken.None);

    private static List<Suggestion> AllOf(Briefing briefing, SuggestionKind kind)
    {
        List<Suggestion> all = [];
        while (_suggestions.For(Language.English, briefing, kind, [.. all.Select(suggestion => suggestion.Id)]) is { Count: > 0 } next)
        {
            Assert.True(next.Count <= 3);
            all.AddRange(next);
        }

        return all;
    }

    private static string Quote(Suggestion suggestion) =>
        suggestion.Text[(suggestion.Text.IndexOfAny(['“', '«']) + 1)..suggestion.Text.IndexOfAny(['”', '»'])].TrimEnd('…');
}
