using System.Globalization;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>What one of the people of a <see cref="SampleCompany"/> got and did in a week, as the coach would have stored it.</summary>
/// <param name="Deliveries">The nudges that went out.</param>
/// <param name="Writes">The person's replies, what they found useful, and their meeting.</param>
internal sealed record SampleWeek(IReadOnlyList<Delivery> Deliveries, IReadOnlyList<RowWrite> Writes)
{
    private static readonly TimeOnly _nudgeTime = new(9, 15);
    private static readonly string[] _lines =
        ["the order changed on Friday", "we agreed on the first two", "still waiting for finance", "clearer after the 1:1", "too much in flight"];

    private static readonly string[] _forums = ["Exec staff", "Product council", "Operating review", "Quarterly planning"];

    private static readonly string[] _questions =
        ["You assume churn stays at 4 %. What happens at 6 %?", "What does the slip cost this quarter?", "Which customer asked for this?"];

    /// <summary>Makes the week.</summary>
    /// <param name="company">The company.</param>
    /// <param name="number">The person's number from 0 on.</param>
    /// <param name="person">The person.</param>
    /// <param name="place">The week's place from 0 on.</param>
    /// <param name="week">The week.</param>
    /// <param name="catalogue">The practices.</param>
    public static SampleWeek Of(SampleCompany company, int number, SamplePerson person, int place, IsoWeek week, PracticeCatalogue catalogue)
    {
        List<Delivery> deliveries = [];
        List<RowWrite> writes = [];
        if (!person.IsThere(place))
        {
            return new SampleWeek(deliveries, writes);
        }

        var lot = SamplePerson.Lot(company, number, place);
        var skill = Math.Clamp(person.Diligence + (person.Growth * (place - person.Joins)), 0.05, 0.95);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(person.Zone);
        var planned = person.Plan.DaysIn(Cadence.DefaultWorkingDays);
        List<DayOfWeek> days = [.. Weekdays.FromMonday.Where(planned.Contains)];
        for (var nudge = 0; nudge < days.Count * company.RepliesFactor; nudge++)
        {
            var (again, day) = Math.DivRem(nudge, days.Count);
            var sequence = person.FirstSequence + (((place * days.Count) + day) * company.RepliesFactor) + again;
            var (practice, wording) = Rotation.At(catalogue, sequence);
            var date = week.Monday.AddDays((int)days[day] - (int)DayOfWeek.Monday);
            var key = NudgeKey.OfPractice(date, practice.Id, wording, again == 0 ? "" : again.ToString(CultureInfo.InvariantCulture));
            var at = LocalTime.At(date, _nudgeTime, zone).AddMinutes(again);
            deliveries.Add(Sent(person.Address, key, at));
            writes.AddRange(Answer(lot, person.Address, practice, key, at, skill));
        }

        if (lot.NextDouble() < 0.15 + (0.25 * skill))
        {
            writes.Add(MeetingRow.Save(person.Address, MeetingOf(lot, week, zone, skill), version: null));
        }

        return new SampleWeek(deliveries, writes);
    }

    private static Delivery Sent(PersonAddress person, NudgeKey key, DateTimeOffset at) => new()
    {
        Person = person,
        Key = key,
        Outcome = DeliveryOutcome.Sent,
        At = at,
        Message = new MessageAddress(new ConversationAddress(person.Channel, person.Workspace, $"D{person.Person}"), key.ToString()),
    };

    private static IEnumerable<RowWrite> Answer(Random lot, PersonAddress person, Practice practice, NudgeKey key, DateTimeOffset at, double skill)
    {
        if (lot.NextDouble() < skill)
        {
            var answered = at.AddMinutes(5 + lot.Next(240));
            var value = ValueOf(lot, practice.CheckIn, skill);
            var reply = new Reply
            {
                Nudge = key,
                Value = value,
                Line = value is null || lot.NextDouble() < 0.2 ? _lines[lot.Next(_lines.Length)] : null,
                AnsweredAt = answered,
                ChangedAt = answered,
            };
            yield return reply.Save(person, version: null);
        }

        if (lot.NextDouble() < 0.5)
        {
            yield return new RowWrite.Insert
            {
                Key = PeopleTable.Useful(person, key),
                Properties = new RowProperties { { "Practice", practice.Id }, { "Useful", lot.NextDouble() < 0.3 + (0.6 * skill) }, { "At", at.AddMinutes(3) } },
            };
        }
    }

    // The better of what there is to choose from stands first, nearly everywhere.
    private static string? ValueOf(Random lot, CheckIn checkIn, double skill)
    {
        var luck = Math.Clamp(skill + (0.6 * (lot.NextDouble() - 0.5)), 0, 0.999);
        return checkIn.Kind switch
        {
            CheckInKind.Scale => (1 + (int)(luck * CheckIn.HighestOfScale)).ToString(CultureInfo.InvariantCulture),
            CheckInKind.Choice => checkIn.Options[(int)((1 - luck - 0.0005) * checkIn.Options.Count)].Value,
            CheckInKind.Count => lot.Next(1 + (int)(4 * skill)).ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static Meeting MeetingOf(Random lot, IsoWeek week, TimeZoneInfo zone, double skill)
    {
        var start = LocalTime.At(week.Monday.AddDays(1 + lot.Next(3)), new TimeOnly(10 + lot.Next(5), 0), zone);
        var isTold = lot.NextDouble() < 0.4 + (0.5 * skill);
        var luck = lot.NextDouble();
        return new Meeting
        {
            Id = week.ToString(),
            Name = _forums[lot.Next(_forums.Length)],
            StartsAt = start,
            Minutes = 60,
            Questions = [new MeetingPoint(_questions[lot.Next(_questions.Length)])],
            Goal = "One question in the first ten minutes",
            Version = week.ToString(),
            SavedAt = start.AddDays(-1),
            Spoke = !isTold ? null : luck < skill ? Spoke.Early : luck < 0.8 ? Spoke.Middle : Spoke.Not,
            Asked = isTold ? lot.Next(3) : null,
            GoalResult = !isTold ? null : luck < 0.15 + (0.7 * skill) ? GoalResult.Met : luck < 0.85 ? GoalResult.Partly : GoalResult.NotYet,
        };
    }
}
