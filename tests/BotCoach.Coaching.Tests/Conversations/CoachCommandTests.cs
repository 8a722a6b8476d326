namespace BotCoach.Coaching.Tests;

public sealed class CoachCommandTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("Help!")]
    [InlineData("/coach help")]
    [InlineData("coach help")]
    [InlineData("  /coach   help ")]
    public void Help_is_understood_with_and_without_the_slash(string message) =>
        Assert.IsType<CoachCommand.Help>(CoachCommand.OfMessage(message));

    [Theory]
    [InlineData("prep meeting exec staff thu 10am", "exec staff thu 10am")]
    [InlineData("/prep meeting exec staff thu 10am", "exec staff thu 10am")]
    [InlineData("/prep exec staff", "exec staff")]
    [InlineData("coach prep meeting board", "board")]
    public void A_meeting_is_prepared_by_its_words(string message, string text) =>
        Assert.Equal(new CoachCommand.PrepareMeeting(text), CoachCommand.OfMessage(message));

    [Theory]
    [InlineData("prep")]
    [InlineData("/prep list")]
    public void Prep_alone_lists_the_meetings(string message) =>
        Assert.IsType<CoachCommand.ListMeetings>(CoachCommand.OfMessage(message));

    [Theory]
    [InlineData("settings")]
    [InlineData("/coach settings")]
    [InlineData("Settings.")]
    public void Settings_are_opened_by_word_or_command(string message) =>
        Assert.IsType<CoachCommand.ShowSettings>(CoachCommand.OfMessage(message));

    [Theory]
    [InlineData("settings of the build are wrong")]
    [InlineData("plan changed on Friday")]
    [InlineData("stop the report")]
    [InlineData("help came from the other team")]
    [InlineData("pause the rollout, then decide")]
    [InlineData("resume work on billing")]
    [InlineData("3")]
    [InlineData("")]
    public void Words_of_an_answer_are_no_command(string message) =>
        Assert.Null(CoachCommand.OfMessage(message));

    [Theory]
    [InlineData("plan active", "active")]
    [InlineData("plan LIGHT", "light")]
    public void A_plan_is_chosen_by_its_name(string message, string template) =>
        Assert.Equal(new CoachCommand.ShowPlan(PlanTemplate.Find(template)), CoachCommand.OfMessage(message));

    [Theory]
    [InlineData("pause", "")]
    [InlineData("pause until 7 dec", "until 7 dec")]
    [InlineData("pause for 2 weeks", "for 2 weeks")]
    public void A_pause_keeps_the_words_of_its_date(string message, string until) =>
        Assert.Equal(new CoachCommand.Pause(until), CoachCommand.OfMessage(message));

    [Theory]
    [InlineData("coach", "dance", "dance")]
    [InlineData("coach", "plan nonsense", "plan nonsense")]
    [InlineData("other", "thing", "other thing")]
    public void A_slash_command_that_means_nothing_is_unknown(string command, string text, string unknown) =>
        Assert.Equal(new CoachCommand.Unknown(unknown), CoachCommand.OfSlash(command, text));
}
