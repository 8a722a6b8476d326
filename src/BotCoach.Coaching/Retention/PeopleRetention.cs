using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Old rows of people: answers, meetings with what was pasted for them, turns. What is open stays: the plan, meetings to
/// come, memberships. Somebody who ended their plan, or never had one, leads nobody, and of whom nothing else is left, goes
/// altogether.
/// </summary>
internal sealed class PeopleRetention(ITableStore store, GroupsTable groups, Leads leads)
{
    private const string Profile = "profile";
    private const string Plan = "plan";
    private const string Digest = "digest";

    // Times alone: the words of people are not read.
    private static readonly string[] _columns = ["At", "ChangedAt", "Since", "StartsAt", "MetAt", "Status"];

    /// <summary>
    /// When a row of each kind is too old. A kind that is not here stays until its person is erased; a test asks for a
    /// decision about every kind.
    /// </summary>
    private static readonly Dictionary<string, Func<TableRow, RetentionLimits, bool>> _isOld = new(StringComparer.Ordinal)
    {
        ["turn"] = (row, limits) => row.Properties.Time("At") < limits.Bookkeeping,
        ["sent"] = (row, limits) => row.Properties.Time("At") < limits.Bookkeeping,
        ["long"] = (row, limits) => row.Properties.Time("At") < limits.Bookkeeping,
        ["awaited"] = (row, limits) => row.Properties.Time("Since") < limits.Bookkeeping,
        ["reply"] = (row, limits) => row.Properties.Time("ChangedAt") < limits.Said,
        ["useful"] = (row, limits) => row.Properties.Time("At") < limits.Said,
        ["put-off"] = (row, limits) => NudgeKey.TryParse(row.Key.Row.Split(' ')[^1], out var nudge) && nudge.Value.Date < limits.FirstDay,
        ["meeting"] = (row, limits) => row.Properties.Time("StartsAt") < limits.Said,
    };

    private readonly ITable _table = store.Table(PeopleTable.Name);

    /// <summary>The kinds of row that go when they are old, by the first word of their key.</summary>
    public static IReadOnlyCollection<string> Kinds => _isOld.Keys;

    /// <summary>Takes away old rows, person by person.</summary>
    /// <param name="limits">Up to when rows are too old.</param>
    /// <param name="pace">To be kept after each person.</param>
    /// <param name="from">Where to begin: the empty text, or a partition that an earlier call had come to.</param>
    /// <param name="reached">Is told of each partition that is done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many rows went.</returns>
    public async Task<long> ForgetAsync(
        RetentionLimits limits, GentlePace pace, string from, Func<string, Task> reached, CancellationToken cancellationToken)
    {
        var gone = 0L;
        await foreach (var person in _table.PartitionsAsync(new PartitionRange(from), cancellationToken))
        {
            gone += await ForgetAsync(person, limits, cancellationToken);
            await reached(person);
            await pace.RestAsync(cancellationToken);
        }

        return gone;
    }

    private async Task<long> ForgetAsync(string person, RetentionLimits limits, CancellationToken cancellationToken)
    {
        var gone = 0L;
        List<TableRow> last = [];
        var isNothingElse = true;
        for (RowRange? rest = new(person) { Select = _columns }; rest is not null;)
        {
            var page = await _table.QueryAsync(rest, TableRules.MaxPage, cancellationToken);
            List<TableRow> old = [.. page.Rows.Where(row => _isOld.TryGetValue(KindOf(row), out var isOld) && isOld(row, limits))];

            // What was pasted goes before its meeting, which leads to it.
            await _table.DeleteAsync(old.Where(row => KindOf(row) == "meeting").Select(PeopleTable.PreReadOf), cancellationToken);
            gone += await _table.DeleteUnchangedAsync(old, cancellationToken);
            last.AddRange(page.Rows.Where(row => KindOf(row) is Profile or Plan or Digest));
            isNothingElse &= page.Rows.Count(row => KindOf(row) is not (Profile or Plan or Digest)) == old.Count;
            rest = page.Next is { } from ? rest with { From = from } : null;
        }

        return isNothingElse ? gone + await EndAsync(person, last, limits, cancellationToken) : gone;
    }

    // All of these rows or none: should one have changed just now, the person is here after all.
    private async Task<long> EndAsync(string person, List<TableRow> last, RetentionLimits limits, CancellationToken cancellationToken)
    {
        var hasEnded = last.Count > 0 && last.All(row => KindOf(row) switch
        {
            Profile => row.Properties.Time("MetAt") < limits.Said,
            Plan => row.Properties.Text("Status") is nameof(PlanStatus.Stopped) or nameof(PlanStatus.Unreachable) && row.Properties.Time("Since") < limits.Said,
            _ => true, // whether the digest is wanted goes with the rest
        });
        if (!hasEnded || await IsInvolvedAsync(PeopleTable.PersonOf(person), cancellationToken))
        {
            return 0;
        }

        var writes = last.Select(row => new RowWrite.Delete { Key = row.Key, Version = row.Version });
        return await _table.WriteAsync([.. writes], cancellationToken) is WriteResult.Written ? last.Count : 0;
    }

    private async Task<bool> IsInvolvedAsync(PersonAddress person, CancellationToken cancellationToken) =>
        await leads.IsLeadAsync(person, cancellationToken) || (await groups.OfPersonAsync(person, cancellationToken)).Count > 0;

    private static string KindOf(TableRow row) => PeopleTable.KindOf(row.Key);
}
