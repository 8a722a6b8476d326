using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>When something goes wrong nothing is lost, nothing is shown twice, and the person is told.</summary>
public abstract class FailureContractTests<TDriver> : ChannelContractTests<TDriver>
    where TDriver : ChannelDriver, new()
{
    private static readonly CardPost _post = new("post-1", Cards.Saying("A new message"));

    [Theory]
    [MemberData(nameof(Acts.All), MemberType = typeof(Acts))]
    public async Task What_could_not_be_stored_is_delivered_again_or_the_person_is_told(Act act)
    {
        Handler.Answer = _ => throw new InvalidOperationException("The store is away.");
        var taken = await DoAsync(act);

        var isTold = Driver.Said.Count > 0 || Driver.Form?.Fields.Any(field => field.Error.Length > 0) is true;
        Assert.NotEqual(taken.IsWantedAgain, isTold);
        Assert.DoesNotContain(Driver.Said, said => said.Contains("store is away", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Acts.All), MemberType = typeof(Acts))]
    public async Task What_comes_too_fast_is_delivered_again_or_the_person_is_told(Act act)
    {
        Handler.Answer = _ => throw new TooManyTurnsException();
        var taken = await DoAsync(act);

        Assert.NotEqual(taken.IsWantedAgain, Driver.Said.Count > 0 || Driver.Form?.Fields.Any(field => field.Error.Length > 0) is true);
    }

    [Theory]
    [MemberData(nameof(Acts.OnACard), MemberType = typeof(Acts))]
    public async Task A_card_that_was_acted_upon_in_vain_stays_as_it_is_and_works_the_next_time(Act act)
    {
        Handler.Answer = _ => throw new InvalidOperationException("The store is away.");
        await DoAsync(act);
        var card = Assert.Single(Driver.Messages);

        Handler.Answer = _ => new() { Replacement = Cards.Saying("Answered") };
        Taken(act is Act.Button ? await Driver.PressAsync(card, "Go") : await Driver.FillAsync(card, "a line"));
        Assert.Equal("Answered", Now(card).Title);
    }

    [Fact]
    public async Task A_form_that_could_not_be_stored_stays_and_can_be_submitted_again()
    {
        await OpenAsync(Forms.Meeting);
        Handler.Answer = _ => throw new InvalidOperationException("The store is away.");
        await Driver.SubmitAsync(("name", "Exec staff"), ("goal", "One question"));
        Assert.Equal(["Exec staff", "", "One question"], Form.Fields.Select(field => field.Value));

        Handler.Answer = _ => new() { Posts = [_post] };
        Taken(await Driver.SubmitAsync());
        Assert.Equal("One question", Assert.IsType<FormTurn>(Handler.Turns.Last()).Values["goal"]);
        Assert.Single(Handler.Recorded);
    }

    [Fact]
    public async Task A_form_with_errors_keeps_what_was_typed_shows_nothing_else_and_can_be_submitted_again()
    {
        await OpenAsync(Forms.Meeting);
        var shown = Driver.Messages.Count;
        Handler.Answer = _ => new()
        {
            Errors = [new("when", "I can't read “soon”."), new("when", "Try Thu 10:00."), new("gone", "And this is odd.")],
            Posts = [_post],
        };
        Taken(await Driver.SubmitAsync(("name", "Exec staff"), ("when", "soon"), ("goal", "One **question**")));

        Assert.Equal(["Exec staff", "soon", "One **question**"], Form.Fields.Select(field => field.Value));
        Assert.Equal("I can't read “soon”. Try Thu 10:00.", Form["when"].Error);
        Assert.Contains("And this is odd.", string.Join('\n', [.. Form.Errors, .. Form.Fields.Select(field => field.Error)]), StringComparison.Ordinal);
        Assert.Equal(("", ""), (Form["goal"].Error, Form["when"].Hint));
        Assert.Equal(shown, Driver.Messages.Count);
        Assert.Empty(Handler.Recorded);

        Handler.Answer = _ => ChatAnswer.Nothing;
        Taken(await Driver.SubmitAsync(("when", "Thu 10:00")));
        var turn = Assert.IsType<FormTurn>(Handler.Turns.Last());
        Assert.Equal(["Exec staff", "Thu 10:00", "One **question**"], Forms.Meeting.Fields.Select(field => turn.Values[field.Name]));
        Assert.Null(Driver.Form);
    }

    [Theory]
    [InlineData(Act.Message, Refusal.Rejected)]
    [InlineData(Act.Message, Refusal.Fault)]
    [InlineData(Act.Mention, Refusal.Rejected)]
    [InlineData(Act.Mention, Refusal.Fault)]
    public async Task A_message_whose_answer_could_not_be_shown_is_delivered_again_and_posted_once(Act act, Refusal refusal)
    {
        RememberPosts();
        Driver.Refuse(ChannelCall.Send, refusal);
        Assert.True((await DoAsync(act)).IsWantedAgain);
        Assert.Empty(Driver.Messages);

        Taken(await Driver.DeliverAgainAsync());
        Assert.Equal(_post.Card.Title, Assert.Single(Driver.Messages).Title);
        Assert.Single(Handler.Recorded);
    }

    [Theory]
    [MemberData(nameof(Acts.All), MemberType = typeof(Acts))]
    public async Task A_turn_that_comes_again_posts_nothing_again(Act act)
    {
        RememberPosts();
        Taken(await DoAsync(act));
        Taken(await Driver.DeliverAgainAsync());

        Assert.Single(Driver.Messages, message => message.Title == _post.Card.Title);
        Assert.Single(Handler.Recorded);
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_is_not_asked_for_again()
    {
        Handler.Answer = _ => new() { Posts = [_post] };
        Driver.Refuse(ChannelCall.Send, Refusal.Blocked);
        Taken(await DoAsync(Act.Message));
        Assert.Empty(Handler.Recorded);
    }

    [Fact]
    public async Task A_short_wait_that_the_platform_asks_for_is_waited_and_the_post_is_there_once()
    {
        Handler.Answer = _ => new() { Posts = [_post] };
        Driver.Refuse(ChannelCall.Send, Refusal.Throttled, TimeSpan.FromSeconds(1));
        Taken(await DoAsync(Act.Message));
        Assert.Single(Driver.Messages);
        Assert.Single(Handler.Recorded);
    }

    [Fact]
    public async Task A_long_wait_is_left_to_the_next_delivery()
    {
        Handler.Answer = _ => new() { Posts = [_post] };
        Driver.Refuse(ChannelCall.Send, Refusal.Throttled, TimeSpan.FromSeconds(30));
        Assert.True((await DoAsync(Act.Message)).IsWantedAgain);
        Assert.Empty(Handler.Recorded);
    }

    [Theory]
    [InlineData(Act.Message)]
    [InlineData(Act.Command)]
    [InlineData(Act.Button)]
    public async Task A_card_that_the_person_deleted_is_not_asked_for_again_and_the_rest_is_shown(Act act)
    {
        var deleted = await SeeAsync(Cards.Saying("Deleted"));
        Handler.Answer = _ => new() { Updates = [new(AddressOf(deleted), Cards.Saying("Changed"))], Posts = [_post] };
        Driver.Refuse(ChannelCall.Update, Refusal.Gone);
        Taken(await DoAsync(act));
        Assert.Single(Handler.Recorded);
    }

    /// <summary>As the coach does: a turn that comes again gets the same answer, without the posts that were recorded.</summary>
    private void RememberPosts() => Handler.Answer = _ => new() { Posts = Handler.Recorded.IsEmpty ? [_post] : [] };
}
