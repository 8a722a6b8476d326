using BotCoach.Chat;
using BotCoach.Storage;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Coaching.Tests;

/// <summary>Two answers to one check-in at the same moment: the second is decided while the first is being written.</summary>
public sealed class AnswersAtOnceTests : IAsyncLifetime
{
    private InterruptedStore _store = null!;
    private CoachDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await CoachDesk.OpenAsync(configure: services =>
        {
            _store = new InterruptedStore((ITableStore)services.Last(service => service.ServiceType == typeof(ITableStore)).ImplementationInstance!);
            services.AddSingleton<ITableStore>(_store);
        });
        await _desk.CommandAsync("coach", "try align-with-manager");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_line_keeps_the_tap_that_came_in_between()
    {
        var nudge = _desk.Last;
        _store.BeforeNextWrite = () => _desk.PressAsync(nudge, "3");

        await _desk.WriteAsync(nudge, "roadmap order changed");

        Assert.Equal(("3", "roadmap order changed"), await SaidAsync());
        Assert.Contains("roadmap order changed", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Contains("3 of 5", _desk.Last.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tap_keeps_the_message_that_came_in_between()
    {
        var nudge = _desk.Last;
        _store.BeforeNextWrite = () => _desk.SayAsync("roadmap order changed");

        await _desk.PressAsync(nudge, "4");

        Assert.Equal(("4", "roadmap order changed"), await SaidAsync());
    }

    [Fact]
    public async Task Undo_takes_back_the_line_that_came_in_between_and_not_the_answer_before_it()
    {
        await _desk.PressAsync(_desk.Last, "3");
        var answered = _desk.Last;
        _store.BeforeNextWrite = () => _desk.SayAsync("roadmap order changed");

        await _desk.PressAsync(answered, "Undo");

        Assert.Equal(("3", null), await SaidAsync());
    }

    private async Task<(string? Value, string? Line)> SaidAsync()
    {
        var reply = Reply.Read(Assert.Single(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("reply ", StringComparison.Ordinal)));
        return (reply.Value, reply.Line);
    }

    /// <summary>A store in which something else can happen right before a write.</summary>
    private sealed class InterruptedStore(ITableStore store) : ITableStore
    {
        public Func<Task>? BeforeNextWrite { get; set; }

        public ITable Table(string name) => new InterruptedTable(store.Table(name), this);

        public Task EnsureTablesAsync(IEnumerable<string> names, CancellationToken cancellationToken) => store.EnsureTablesAsync(names, cancellationToken);

        public Task CheckAsync(CancellationToken cancellationToken) => store.CheckAsync(cancellationToken);
    }

    private sealed class InterruptedTable(ITable table, InterruptedStore store) : ITable
    {
        public string Name => table.Name;

        public Task<TableRow?> ReadAsync(RowKey key, CancellationToken cancellationToken) => table.ReadAsync(key, cancellationToken);

        public Task<RowPage> QueryAsync(RowRange range, int take, CancellationToken cancellationToken) => table.QueryAsync(range, take, cancellationToken);

        public Task<IReadOnlyList<RowKey>> FirstKeysAsync(PartitionRange range, int take, CancellationToken cancellationToken) =>
            table.FirstKeysAsync(range, take, cancellationToken);

        public async Task<WriteResult> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
        {
            if (store.BeforeNextWrite is { } other)
            {
                store.BeforeNextWrite = null;
                await other();
            }

            return await table.WriteAsync(writes, cancellationToken);
        }
    }
}
