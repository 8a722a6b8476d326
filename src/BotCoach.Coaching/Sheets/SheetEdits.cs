namespace BotCoach.Coaching;

/// <summary>What a tap or a line changes on a sheet. None of it changes when the meeting's messages come.</summary>
internal static class SheetEdits
{
    // What was kept or dismissed longest ago is forgotten first: a column holds 32 K characters.
    private const int MostRemembered = 200;

    /// <summary>Adds a point, unless it is there already. Null when there is no room for it.</summary>
    public static Meeting? Add(this Meeting meeting, PointKind kind, MeetingPoint point)
    {
        var points = meeting.PointsOf(kind);
        return points.Any(other => other.Text == point.Text)
            ? meeting
            : points.Count < Meeting.MaxPoints ? meeting.With(kind, [.. points, point]) : null;
    }

    /// <summary>Gives a point other words. What is said first follows it. Null when the point is gone.</summary>
    public static Meeting? Change(this Meeting meeting, PointKind kind, string point, string text)
    {
        var points = meeting.PointsOf(kind);
        if (points.FirstOrDefault(other => other.Id == point) is not { } old)
        {
            return null;
        }

        var changed = points.Any(other => other.Text == text && other.Id != point)
            ? points.Where(other => other != old)
            : points.Select(other => other == old ? other with { Text = text } : other);
        return meeting.With(kind, [.. changed]) with { FirstPoint = meeting.FirstPoint == old.Text ? text : meeting.FirstPoint };
    }

    /// <summary>Takes a point off. One from the last time is not offered again.</summary>
    public static Meeting Drop(this Meeting meeting, PointKind kind, string point)
    {
        var points = meeting.PointsOf(kind);
        if (points.FirstOrDefault(other => other.Id == point) is not { } old)
        {
            return meeting;
        }

        var rest = meeting.With(kind, [.. points.Where(other => other != old)]) with { FirstPoint = meeting.FirstPoint == old.Text ? "" : meeting.FirstPoint };
        return old.IsCarriedOver ? rest.Settle(PointOffer.IdOf(old)) : rest;
    }

    /// <summary>Sets the other view. What is said first follows it.</summary>
    public static Meeting View(this Meeting meeting, string text) => meeting with
    {
        OtherView = text,
        FirstPoint = meeting.FirstPoint.Length > 0 && meeting.FirstPoint == meeting.OtherView ? text : meeting.FirstPoint,
    };

    /// <summary>An offer is not to come again.</summary>
    public static Meeting Settle(this Meeting meeting, string offer) =>
        offer.Length == 0 || meeting.Settled.Contains(offer) ? meeting : meeting with { Settled = [.. meeting.Settled.Append(offer).TakeLast(MostRemembered)] };

    /// <summary>A remark is not to come again.</summary>
    public static Meeting Keep(this Meeting meeting, string subject) =>
        meeting.Kept.Contains(subject) ? meeting : meeting with { Kept = [.. meeting.Kept.Append(subject).TakeLast(MostRemembered)] };
}
