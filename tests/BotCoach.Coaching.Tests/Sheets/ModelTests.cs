using BotCoach.Chat;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BotCoach.Coaching.Tests;

/// <summary>A language model reads pre-reads only with consent, and nobody waits for it.</summary>
public sealed class ModelTests : IAsyncLifetime
{
    private readonly ModelStub _model = new();
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync(
        configure: services => services.Replace(ServiceDescriptor.Singleton<IKeyPointSource>(_ => _model)));

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Without_a_model_nobody_is_asked()
    {
        _model.ModelHost = null;
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");
        var card = _desk.Last.Card;
        await _desk.CommandAsync("coach", "model");

        Assert.DoesNotContain("Yes, it may", card.Labels());
        Assert.EndsWith("Nothing of it left this service.", card.Context, StringComparison.Ordinal);
        Assert.Equal("No language model is set up", _desk.Reply!.Title);
    }

    [Fact]
    public async Task Nothing_is_sent_until_the_person_agrees_and_they_are_asked_once()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");
        var asked = _desk.Last.Card;
        await ReadAsync();
        Assert.Equal(0, _model.Readings);
        await _desk.PressAsync(_desk.Last, "Yes, it may");
        await ReadAsync();
        await _desk.PrepareAsync("Board", "fri 10:00", SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");

        Assert.Contains(asked.Choices, row => row.Prompt?.Contains("model.example", StringComparison.Ordinal) is true);
        Assert.Equal(1, _model.Readings);
        Assert.DoesNotContain("Yes, it may", _desk.Last.Card.Labels());
    }

    [Fact]
    public async Task Who_said_no_is_not_asked_again_and_can_change_their_mind()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");
        await _desk.PressAsync(_desk.Last, "No, keep it here");
        await ReadAsync();
        Assert.Equal(0, _model.Readings);
        await _desk.CommandAsync("coach", "model");
        await _desk.PressAsync(_desk.Reply!, "Let it read along");
        await ReadAsync();

        Assert.Equal(1, _model.Readings);
    }

    [Fact]
    public async Task Consent_can_be_taken_back_and_then_nothing_is_sent()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");
        await _desk.PressAsync(_desk.Last, "Yes, it may");
        await _desk.PressAsync(_desk.Last, "Stop sending pre-reads to model.example");
        await ReadAsync();

        Assert.Equal(0, _model.Readings);
    }

    [Fact]
    public async Task What_the_model_chose_takes_the_place_of_what_was_found_before()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");
        await _desk.PressAsync(_desk.Last, "Yes, it may");
        Assert.True(await ReadAsync());
        await _desk.PressAsync(_desk.Last, "Back to the sheet");
        await _desk.OpenAsync("Pre-read");

        Assert.Equal("1. Gross margin is 71 %. (the model)", _desk.Last.Card.Fact("Key points"));
        Assert.EndsWith("A language model chose the key points; the words are the author's.", _desk.Last.Card.Context, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_finds_nothing_leaves_what_was_found_without_it()
    {
        _model.Finds = false;
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");
        await _desk.PressAsync(_desk.Last, "Yes, it may");
        var before = _desk.Last.Card.Fact("Key points");
        Assert.False(await ReadAsync());
        await _desk.PressAsync(_desk.Last, "Back to the sheet");
        await _desk.OpenAsync("Pre-read");

        Assert.Equal(before, _desk.Last.Card.Fact("Key points"));
    }

    [Fact]
    public async Task What_was_pasted_meanwhile_is_not_overwritten()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");
        await _desk.PressAsync(_desk.Last, "Yes, it may");
        _model.Meanwhile = async () =>
        {
            _model.Meanwhile = () => Task.CompletedTask;
            await _desk.WriteOnAsync("Paste another", "The budget grows by 4 % next year, and nothing else changes.");
        };

        Assert.False(await ReadAsync());
        Assert.Contains("The budget grows by 4 %", (await _desk.Get<Meetings>().PreReadAsync(_desk.Anna, (await _desk.MeetingAsync()).Id, default))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_is_there_although_the_model_never_answers()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");
        await _desk.PressAsync(_desk.Last, "Yes, it may");
        var never = new TaskCompletionSource();
        _model.Meanwhile = () => never.Task;
        var readings = _desk.Get<ModelReadings>();
        await readings.StartAsync(default);
        await _desk.PrepareAsync("Board", "fri 10:00", SheetDesk.PreReadText);

        Assert.NotNull(_desk.Last.Card.Fact("Key points"));
        await readings.StopAsync(new CancellationToken(canceled: true));
    }

    [Fact]
    public async Task The_service_itself_sees_to_it_that_the_model_reads()
    {
        var readings = _desk.Get<ModelReadings>();
        await readings.StartAsync(default);
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");
        await _desk.PressAsync(_desk.Last, "Yes, it may");
        await Poll.UntilAsync(
            async () => (await _desk.Get<Meetings>().PreReadAsync(_desk.Anna, (await _desk.MeetingAsync()).Id, default))!.Briefing.FromModel,
            Poll.Patience,
            "the model's key points");
        await readings.StopAsync(default);
    }

    [Fact]
    public async Task Each_paste_is_read_once_and_one_that_the_model_did_not_understand_again_later()
    {
        _model.Finds = false;
        var readings = _desk.Get<ModelReadings>();
        await readings.StartAsync(default);
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");
        await _desk.PressAsync(_desk.Last, "Yes, it may");
        await ReadsAsync(1);
        await _desk.PressAsync(_desk.Last, "Back to the sheet");
        await _desk.OpenAsync("Pre-read");
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.WriteOnAsync("Paste another", "The budget grows by 4 % next year.");
        await ReadsAsync(2);
        _desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await _desk.PressAsync(_desk.Last, "Back to the sheet");
        await _desk.OpenAsync("Pre-read");
        await ReadsAsync(3);
        await readings.StopAsync(default);

        Task ReadsAsync(int count) => Poll.UntilAsync(() => Task.FromResult(_model.Readings == count), Poll.Patience, $"reading {count}");
    }

    private async Task<bool> ReadAsync() => await _desk.Get<ModelReadings>().ReadAsync(_desk.Anna, (await _desk.MeetingAsync()).Id, default);

    /// <summary>Finds one point by the model, and another without it.</summary>
    private sealed class ModelStub : IKeyPointSource
    {
        public string? ModelHost { get; set; } = "model.example";

        public int Readings { get; private set; }

        public bool Finds { get; set; } = true;

        public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

        public async Task<KeyPoints> FindAsync(PreRead preRead, bool mayAskModel, CancellationToken cancellationToken)
        {
            if (!mayAskModel)
            {
                return Points("Gross margin fell.", "this service", fromModel: false);
            }

            Readings++;
            await Meanwhile().WaitAsync(cancellationToken);
            return Finds ? Points("Gross margin is 71 %.", "the model", fromModel: true) : Points("Gross margin fell.", "this service", fromModel: false);
        }

        private static KeyPoints Points(string text, string place, bool fromModel) => new([new KeyPoint { Text = text, Place = new PreReadPlace { Kind = PreReadPlaceKind.InWords, Name = place } }], fromModel);
    }
}
