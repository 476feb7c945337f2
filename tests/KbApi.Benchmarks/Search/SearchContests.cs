using System.Globalization;
using KbApi.Benchmarks.Running;
using KbApi.Search;
using KbApi.Tests;

namespace KbApi.Benchmarks.Search;

/// <summary>The contests of our search with each of its peers, one peer at a time: what one engine leaves in the processor's caches slows the next.</summary>
/// <param name="run">What is measured, and with what.</param>
/// <param name="contest">How much is asked.</param>
/// <param name="content">The entries.</param>
internal sealed class SearchContests(BenchmarkRun run, Contest contest, GeneratedContent content)
{
    private const double GoalOfDisjunction = 0.7;
    private const double GoalOfFuzzy = 0.2;

    private readonly List<Question> _whole = [.. content.Questions().Take(contest.AllQuestions)];

    /// <param name="index">Our index.</param>
    /// <param name="indexPath">Where it is stored, for Lucene to open it.</param>
    /// <param name="hasAllPeers">Whether engines are asked that are slow at this size.</param>
    public IEnumerable<Figure> Hold(SearchIndex index, string indexPath, bool hasAllPeers)
    {
        var search = new OwnSearch(index);
        var begun = _whole.ConvertAll(q => q with { Words = [q.Words[0], q.Words[1], q.Words[2][..^1]] });
        var wrong = _whole.ConvertAll(q => q with { Words = [q.Words.MaxBy(w => w.Length)!.Remove(2, 1)] });
        using var lucene = new LucenePeer(indexPath);
        var any = contest.Hold(_whole, search.Finished, new Engine("Lucene OR", lucene.AnyOf), Contest.ProcessorTime);
        var prefix = contest.Hold(begun, search.Typed, new Engine("Lucene OR with PrefixQuery", lucene.AnyOfWithPrefix), Contest.ProcessorTime);
        var fuzzy = contest.Hold(wrong, search.Finished, new Engine("Lucene FuzzyQuery", lucene.Fuzzy), Contest.ProcessorTime);
        List<Figure> rows = [Row("three words", any, GoalOfDisjunction), Row("as you type", prefix, GoalOfDisjunction), Row("one typing error", fuzzy, GoalOfFuzzy)];
        if (hasAllPeers)
        {
            rows.AddRange(BesideSqlite(search));
            rows.AddRange(BesidePostgres(search, begun));
            rows.AddRange(BesideMiniSearch(begun, wrong, any.Ours, prefix.Ours, fuzzy.Ours));
        }

        return rows;
    }

    private IEnumerable<Figure> BesideSqlite(OwnSearch search)
    {
        using var sqlite = new SqlitePeer(content);
        var others = content.Questions().Skip(contest.AllQuestions).Take(contest.AllQuestions).ToList();
        return [Row("three words", contest.Hold(others, search.Finished, new Engine("SQLite FTS5", sqlite.AnyOf), Contest.ProcessorTime))];
    }

    private IEnumerable<Figure> BesidePostgres(OwnSearch search, List<Question> begun)
    {
        if (PostgresServer.Reason is { } reason)
        {
            return [Figure.NotMeasured("three words, beside PostgreSQL", reason.TrimEnd('.'))];
        }

        using var postgres = new PostgresPeer(content);
        var none = contest.Hold(_whole, search.Finished, new Engine("an empty query of PostgreSQL", _ => postgres.Nothing()), Contest.PassingTime).Theirs;
        var any = Row("three words, time that passes", contest.Hold(_whole, search.Finished, new Engine("PostgreSQL", postgres.AnyOf), Contest.PassingTime));
        return
        [
            any with { Note = $"{any.Note}; of PostgreSQL's, {Numbers.Milliseconds(none.Mean)} are the way there and back" },
            Row("as you type, time that passes", contest.Hold(begun, search.Typed, new Engine("PostgreSQL, `:*`", postgres.AnyOfWithPrefix), Contest.PassingTime)),
        ];
    }

    private IEnumerable<Figure> BesideMiniSearch(List<Question> begun, List<Question> wrong, Standing any, Standing prefix, Standing fuzzy)
    {
        if (run.Peers.Needs is { } needs)
        {
            return [Figure.NotMeasured("three words, beside minisearch", needs)];
        }

        var theirs = MiniSearchPeer.Hold(
            contest, content, new Dictionary<string, IReadOnlyList<Question>>(StringComparer.Ordinal) { ["any"] = _whole, ["prefix"] = begun, ["fuzzy"] = wrong });
        return [Row("three words", (any, theirs["any"])), Row("as you type", (prefix, theirs["prefix"])), Row("one typing error", (fuzzy, theirs["fuzzy"]))];
    }

    private static Figure Row(string what, (Standing Ours, Standing Theirs) standings, double? goal = null)
    {
        var (ours, theirs) = standings;
        var ratio = ours.Mean / theirs.Mean;
        return new Figure(what)
        {
            Ours = $"{Numbers.Milliseconds(ours.Mean)} (median {Numbers.Milliseconds(ours.Median)})",
            Peer = $"{theirs.Name} {Numbers.Milliseconds(theirs.Mean)} (median {Numbers.Milliseconds(theirs.Median)})",
            Ratio = ratio,
            Goal = goal is { } limit ? Goal.AtMost(limit, ratio) : null,
            Note = string.Create(
                CultureInfo.InvariantCulture, $"nDCG {ours.Gain:F3}, the peer's {theirs.Gain:F3}{(theirs.Garbage > 0 ? $"; allocated {ours.Garbage:F0} KB, {theirs.Garbage:F0} KB" : "")}"),
        };
    }
}
