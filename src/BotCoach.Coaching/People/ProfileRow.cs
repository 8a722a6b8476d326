using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>A profile as it stands in the store.</summary>
internal static class ProfileRow
{
    public static RowProperties Write(Profile profile) => new()
    {
        { "Name", profile.Name },
        { "Zone", profile.Zone },
        { "OwnZone", profile.OwnZone },
        { "Locale", profile.Locale },
        { "OwnLanguage", profile.OwnLanguage?.Tag },
        { "SheetLead", profile.SheetLead == SheetLead.HalfHour ? null : profile.SheetLead.ToString() },
        { "Conversation", profile.Conversation },
        { "MayAskModel", profile.MayAskModel },
        { "MetAt", profile.MetAt },
    };

    public static Profile Read(TableRow row) => new()
    {
        Person = PeopleTable.PersonOf(row.Key.Partition),
        Name = row.Properties.Text("Name"),
        Zone = row.Properties.Text("Zone"),
        OwnZone = row.Properties.Text("OwnZone"),
        Locale = row.Properties.Text("Locale"),
        OwnLanguage = Language.Find(row.Properties.Text("OwnLanguage")),
        SheetLead = Enum.TryParse<SheetLead>(row.Properties.Text("SheetLead"), out var lead) ? lead : SheetLead.HalfHour,
        Conversation = row.Properties.Text("Conversation"),
        MayAskModel = row.Properties.Flag("MayAskModel"),
        MetAt = row.Required(row.Properties.Time("MetAt"), "MetAt"),
    };
}
