namespace BotCoach.Scheduling.Tests;

public sealed class WorkspaceRoomTests
{
    private readonly WorkspaceRoom _room = new(10);

    [Fact]
    public void Room_is_taken_until_there_is_none()
    {
        Assert.Equal(8, _room.Take(8));
        Assert.Equal(2, _room.Take(2));
        Assert.Equal(0, _room.Take(1));
    }

    [Fact]
    public void Few_places_are_kept_until_they_are_worth_a_transaction()
    {
        _room.Take(10);
        _room.Return(4);

        Assert.Equal(0, _room.Take(100));
        Assert.Equal(3, _room.Take(3));
    }

    [Fact]
    public async Task Whoever_came_first_is_served_first()
    {
        _room.Take(10);
        var first = _room.WaitAsync(100, CancellationToken.None);
        var second = _room.WaitAsync(100, CancellationToken.None);
        _room.Return(5);

        Assert.Equal(5, await first);
        Assert.False(second.IsCompleted);
        Assert.Equal(0, _room.Take(1));
        _room.Return(6);
        Assert.Equal(6, await second);
    }

    [Fact]
    public async Task Whoever_gives_up_leaves_the_room_to_the_next()
    {
        _room.Take(10);
        using var stopping = new CancellationTokenSource();
        var first = _room.WaitAsync(10, stopping.Token);
        var second = _room.WaitAsync(1, CancellationToken.None);
        _room.Return(1);
        Assert.False(second.IsCompleted);
        await stopping.CancelAsync();

        Assert.Equal(0, await first);
        Assert.Equal(1, await second);
    }
}
