using BotCoach.Testing;
namespace BotCoach.Coaching.Tests;
public sealed class TempDump
{
    [Fact]
    public void Dump()
    {
        var check = PlainLanguageCheck.Load();
        using var w = new StreamWriter("/tmp/dump.txt");
        foreach (var set in (string[])["tuning", "tuning-second-voice"])
            foreach (var p in LabelledPoint.Read(set))
            {
                var r = check.Review(p.Text, p.CompanyWords);
                foreach (var m in r.Remarks.Where(m => m.Kind != PlainLanguageRemarkKind.LongSentence))
                    w.WriteLine($"{m.Written} [{string.Join(" | ", m.Alternatives)}] {(m.Alternatives.Count > 0 ? r.Apply(m, m.Alternatives[0]) : "--- " + p.Text)}");
                w.WriteLine($"        {string.Join(",", r.Outcomes)} :: {p.Text}");
            }
    }
}
