using KbApi.Reports.Storage;

namespace KbApi.Reports.Gaps;

/// <summary>Statements about gaps, which are the same in both databases.</summary>
internal static class GapSql
{
    public const string Add = """
        INSERT INTO kb_gaps (kind, id, template, credit, first_seen, last_seen) VALUES (@kind, @id, @template, @count, @first, @last)
        ON CONFLICT (kind, id) DO UPDATE SET credit = kb_gaps.credit + excluded.credit,
            first_seen = CASE WHEN excluded.first_seen < kb_gaps.first_seen THEN excluded.first_seen ELSE kb_gaps.first_seen END,
            last_seen = CASE WHEN excluded.last_seen > kb_gaps.last_seen THEN excluded.last_seen ELSE kb_gaps.last_seen END
        """;

    public const string AddDay = """
        INSERT INTO kb_gap_days (kind, id, day, locale, count) VALUES (@kind, @id, @day, @locale, @count)
        ON CONFLICT (kind, id, day, locale) DO UPDATE SET count = kb_gap_days.count + excluded.count
        """;

    public const string AddExample = """
        INSERT INTO kb_gap_examples (kind, id, example)
        SELECT @kind, @id, @example WHERE (SELECT count(*) FROM kb_gap_examples WHERE kind = @kind AND id = @id) < @most
        ON CONFLICT DO NOTHING
        """;

    public const string AddOther = """
        INSERT INTO kb_gap_others (kind, day, count) VALUES (@kind, @day, @count)
        ON CONFLICT (kind, day) DO UPDATE SET count = kb_gap_others.count + excluded.count
        """;

    /// <summary>The credit that has to be paid by all so that no more than the most are left; nothing where there is room.</summary>
    public const string Dues = """
        SELECT credit FROM kb_gaps WHERE kind = @kind AND (SELECT count(*) FROM kb_gaps WHERE kind = @kind) > @most
        ORDER BY credit DESC, id LIMIT 1 OFFSET @most
        """;

    public const string Pay = "UPDATE kb_gaps SET credit = credit - @dues WHERE kind = @kind";

    public const string CountGivenUp = """
        INSERT INTO kb_gap_others (kind, day, count)
        SELECT d.kind, d.day, sum(d.count) FROM kb_gap_days d JOIN kb_gaps g ON g.kind = d.kind AND g.id = d.id WHERE g.kind = @kind AND g.credit <= 0 GROUP BY d.kind, d.day
        ON CONFLICT (kind, day) DO UPDATE SET count = kb_gap_others.count + excluded.count
        """;

    public const string GiveUp = "DELETE FROM kb_gaps WHERE kind = @kind AND credit <= 0";

    public const string ReadGaps = """
        SELECT kind, id, template, first_seen, last_seen FROM kb_gaps g
        WHERE EXISTS (SELECT 1 FROM kb_gap_days d WHERE d.kind = g.kind AND d.id = g.id AND d.day >= @day) ORDER BY kind, id
        """;

    public const string ReadDays = "SELECT kind, id, day, locale, count FROM kb_gap_days WHERE day >= @day ORDER BY kind, id, day, locale";
    public const string ReadExamples = "SELECT kind, id, example FROM kb_gap_examples ORDER BY kind, id, example";
    public const string ReadOthers = "SELECT kind, day, count FROM kb_gap_others WHERE day >= @day ORDER BY kind, day";
    public const string DeleteDays = "DELETE FROM kb_gap_days WHERE day < @day";
    public const string DeleteOthers = "DELETE FROM kb_gap_others WHERE day < @day";
    public const string DeleteGaps = "DELETE FROM kb_gaps WHERE NOT EXISTS (SELECT 1 FROM kb_gap_days d WHERE d.kind = kb_gaps.kind AND d.id = kb_gaps.id)";

    /// <summary>The statements that add counts, in order. What a statement reads is what those before it have written.</summary>
    public static IEnumerable<(string Sql, SqlValue[] Values)> StatementsOf(GapCounts counts)
    {
        foreach (var gap in counts.Gaps.OrderBy(g => g.Kind).ThenBy(g => g.Id, StringComparer.Ordinal))
        {
            var (kind, id) = (new SqlValue("kind", NameOf(gap.Kind)), new SqlValue("id", gap.Id));
            yield return (Add, [kind, id, new("template", gap.Template), new("count", gap.Count), new("first", gap.First), new("last", gap.Last)]);
            foreach (var day in gap.Days)
            {
                yield return (AddDay, [kind, id, new("day", day.DayText), new("locale", day.Locale), new("count", day.Count)]);
            }

            foreach (var example in gap.Examples)
            {
                yield return (AddExample, [kind, id, new("example", example), new("most", GapLimits.MaxExamples)]);
            }
        }

        foreach (var other in counts.Others)
        {
            yield return (AddOther, [new("kind", NameOf(other.Kind)), new("day", GapDay.TextOf(other.Day)), new("count", other.Count)]);
        }
    }

    public static string NameOf(GapKind kind) => kind switch
    {
        GapKind.UnknownCode => "unknownCode",
        GapKind.UnansweredSearch => "unansweredSearch",
        GapKind.UnresolvedMessage => "unresolvedMessage",
        _ => "unclassifiedReport",
    };

    public static GapKind KindOf(string name) => Enum.Parse<GapKind>(name, ignoreCase: true);
}
