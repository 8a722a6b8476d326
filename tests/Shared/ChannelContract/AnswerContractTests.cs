using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>What the coach answers is shown where it belongs, in its order, and nobody else reads it.</summary>
public abstract class AnswerContractTests<TDriver> : ChannelContractTests<TDriver>
    where TDriver : ChannelDriver, new()
{
    private static readonly Card _reply = Cards.Saying("A reply");
    private static readonly Card _replacement = Cards.Saying("What the card turns into");
    private static readonly Card _update = Cards.Saying("What an earlier card turns into");
    private static readonly CardPost _post = new("post-1", Cards.Saying("A new message"));
    private static readonly CardPost _another = new("post-2", Cards.Saying("Another new message"));

    [Theory]
    [InlineData(Act.Message)]
    [InlineData(Act.Mention)]
    [InlineData(Act.Command)]
    [InlineData(Act.Button)]
    public async Task A_reply_is_shown_to_the_person_alone(Act act)
    {
        Handler.Answer = _ => new() { Reply = _reply };
        Taken(await DoAsync(act));

        Assert.Equal(_reply.Title, Driver.Messages[^1].Title);
        Assert.Empty(Driver.Group);
    }

    [Theory]
    [InlineData(Act.Message)]
    [InlineData(Act.Mention)]
    [InlineData(Act.Command)]
    public async Task A_reply_can_be_acted_upon_and_turns_into_its_answer(Act act)
    {
        Handler.Answer = _ => new() { Reply = Cards.WithButton };
        await DoAsync(act);
        var reply = Driver.Messages[^1];
        Handler.Answer = _ => new() { Replacement = _replacement };
        Taken(await Driver.PressAsync(reply, "Go"));

        Assert.Equal("q1|1", Assert.IsType<ButtonTurn>(Handler.Turns.Last()).Action.Value);
        Assert.Equal([_replacement.Title], Driver.Messages.Select(message => message.Title));
    }

    [Theory]
    [MemberData(nameof(Acts.OnACard), MemberType = typeof(Acts))]
    public async Task A_card_that_was_acted_upon_turns_into_its_answer_where_it_stands(Act act)
    {
        Handler.Answer = _ => new() { Replacement = _replacement };
        Taken(await DoAsync(act));
        Assert.Equal(_replacement.Title, Assert.Single(Driver.Messages).Title);
    }

    [Theory]
    [InlineData(Act.Message)]
    [InlineData(Act.Command)]
    [InlineData(Act.Button)]
    public async Task A_card_that_was_sent_before_changes_where_it_stands(Act act)
    {
        var earlier = await SeeAsync(Cards.Saying("An earlier card"));
        Handler.Answer = _ => new() { Updates = [new(AddressOf(earlier), _update)] };
        Taken(await DoAsync(act));

        Assert.Equal(_update.Title, Now(earlier).Title);
        Assert.DoesNotContain(Driver.Messages, message => message.Title == "An earlier card");
    }

    [Theory]
    [MemberData(nameof(Acts.All), MemberType = typeof(Acts))]
    public async Task A_post_goes_to_the_direct_conversation_and_is_recorded_where_it_can_change(Act act)
    {
        Handler.Answer = _ => new() { Posts = [_post] };
        Taken(await DoAsync(act));

        var (post, address) = Assert.Single(Handler.Recorded);
        Assert.Equal(_post, post);
        Assert.Equal(_post.Card.Title, Now(address).Title);
        Assert.Empty(Driver.Group);
        Assert.IsType<DeliveryResult.Sent>(await Driver.Channel.UpdateAsync(address, _update, Never));
        Assert.Equal(_update.Title, Now(address).Title);
    }

    [Fact]
    public async Task The_parts_of_an_answer_are_shown_in_their_order()
    {
        var earlier = await SeeAsync(Cards.Saying("An earlier card"));
        Handler.Answer = _ => new() { Posts = [_post, _another], Updates = [new(AddressOf(earlier), _update)], Reply = _reply };
        Taken(await DoAsync(Act.Message));

        Assert.Equal([_update.Title, _reply.Title, _post.Card.Title, _another.Card.Title], Driver.Messages.Select(message => message.Title));
        Assert.Equal([_post, _another], Handler.Recorded.Select(recorded => recorded.Post));
    }

    [Fact]
    public async Task A_home_page_is_shown_where_the_platform_has_one_and_left_out_elsewhere()
    {
        Handler.Answer = _ => new() { Reply = _reply, Home = [Cards.Saying("Your plan"), Cards.Saying("Meetings ahead")] };
        Taken(await DoAsync(Act.Message));

        Assert.Equal(Driver.HasHome ? ["Your plan", "Meetings ahead"] : [], Driver.Home);
        Assert.Equal([_reply.Title], Driver.Messages.Select(message => message.Title));
    }

    [Theory]
    [MemberData(nameof(Acts.BeforeAForm), MemberType = typeof(Acts))]
    public async Task A_form_opens(Act act)
    {
        Handler.Answer = _ => new() { Form = Forms.Meeting };
        Taken(await DoAsync(act));
        await Driver.OpenFormAsync();

        Assert.Equal(Forms.Meeting.Title, Form.Title);
        Assert.Equal(Forms.Meeting.Fields.Select(field => field.Name), Form.Fields.Select(field => field.Name));
        Assert.Empty(Driver.Group);
    }

    [Fact]
    public async Task A_form_that_was_taken_is_gone_and_its_posts_are_there()
    {
        await OpenAsync(Forms.Meeting);
        Handler.Answer = _ => new() { Posts = [_post] };
        Taken(await Driver.SubmitAsync(("name", "Exec staff")));

        Assert.Null(Driver.Form);
        Assert.Equal(_post.Card.Title, Driver.Messages[^1].Title);
        Assert.Single(Handler.Recorded);
    }

    [Fact]
    public async Task A_form_can_lead_to_another()
    {
        await OpenAsync(Forms.Meeting);
        Handler.Answer = _ => new() { Form = Forms.Meeting with { Name = "second", State = "m2", Title = "And then" } };
        await Driver.SubmitAsync(("name", "Exec staff"));
        Assert.Equal("And then", Form.Title);

        Handler.Answer = _ => ChatAnswer.Nothing;
        Taken(await Driver.SubmitAsync(("name", "Board")));
        var turn = Assert.IsType<FormTurn>(Handler.Turns.Last());
        Assert.Equal(("second", "m2", "Board"), (turn.Form, turn.State, turn.Values["name"]));
    }
}
