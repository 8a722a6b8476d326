namespace BotCoach.Coaching.Tests;

public sealed class GroupCommandTests
{
    private static readonly Group _platform = new("1", "Platform", Plan: null, default);
    private static readonly Group _platformEast = new("2", "Platform Este", Plan: null, default);
    private static readonly Group _newNorth = new("3", "Nuevo norte", Plan: null, default);

    public static TheoryData<string, object> Commands => new()
    {
        { "", new GroupCommand.ListAll() },
        { "new Sales", new GroupCommand.New("Sales") },
        { "nuevo Ventas", new GroupCommand.New("Ventas") },
        { "crear Ventas del sur", new GroupCommand.New("Ventas del sur") },
        { "platform", new GroupCommand.Show(_platform) },
        { "Platform Este", new GroupCommand.Show(_platformEast) },
        { "nuevo norte", new GroupCommand.Show(_newNorth) },
        { "nuevo norte añadir @ana", new GroupCommand.Add(_newNorth) },
        { "platform add @ana", new GroupCommand.Add(_platform) },
        { "platform añadir @ana", new GroupCommand.Add(_platform) },
        { "platform anadir @ana", new GroupCommand.Add(_platform) },
        { "platform agregar @ana", new GroupCommand.Add(_platform) },
        { "platform plan light", new GroupCommand.Suggest(_platform, PlanTemplate.Find("light")) },
        { "platform plan estándar", new GroupCommand.Suggest(_platform, PlanTemplate.Find("standard")) },
        { "platform plan none", new GroupCommand.Suggest(_platform, Plan: null) },
        { "platform plan ninguno", new GroupCommand.Suggest(_platform, Plan: null) },
        { "platform pause 21 dec to 2 jan", new GroupCommand.Pause(_platform, "21 dec to 2 jan") },
        { "platform pausa 21 dic hasta 2 ene", new GroupCommand.Pause(_platform, "21 dic hasta 2 ene") },
        { "platform rename Core", new GroupCommand.Rename(_platform, "Core") },
        { "platform renombrar Núcleo", new GroupCommand.Rename(_platform, "Núcleo") },
        { "platform delete", new GroupCommand.Delete(_platform) },
        { "platform borrar", new GroupCommand.Delete(_platform) },
        { "platform eliminar", new GroupCommand.Delete(_platform) },
        { "platform borrar todo", new GroupCommand.NoSuchGroup("platform borrar todo") },
        { "platform plan tonto", new GroupCommand.NoSuchGroup("platform plan tonto") },
        { "ventas", new GroupCommand.NoSuchGroup("ventas") },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_read_in_either_language(string text, object expected) =>
        Assert.Equal(expected, GroupCommand.Read(text, [_platform, _platformEast, _newNorth]));
}
