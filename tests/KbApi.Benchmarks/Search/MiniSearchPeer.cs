using System.Text.Json;
using KbApi.Benchmarks.Running;
using KbApi.Tests;

namespace KbApi.Benchmarks.Search;

/// <summary>The npm package minisearch on the same entries and questions, in a process of Node.js of its own.</summary>
internal static class MiniSearchPeer
{
    private const string Name = "minisearch";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>How minisearch does in each kind of contest.</summary>
    /// <param name="contest">What is counted.</param>
    /// <param name="content">The entries.</param>
    /// <param name="questions">The questions of each kind: <c>any</c>, <c>prefix</c> and <c>fuzzy</c>; those of the warm-up first.</param>
    public static IReadOnlyDictionary<string, Standing> Hold(Contest contest, GeneratedContent content, IReadOnlyDictionary<string, IReadOnlyList<Question>> questions)
    {
        using var folder = new TempFolder();
        Write(folder, "entries.jsonl", Enumerable.Range(0, content.Count).Select(i => new { Id = "generated/" + GeneratedContent.CodeOf(i), Text = content.TextOf(i) }));
        Write(folder, "questions.jsonl", questions.SelectMany(k => k.Value.Select(q => new { Kind = k.Key, Query = string.Join(' ', q.Words) })));
        NodePeers.Run("minisearch.mjs", [folder.Path]);
        var answers = new Queue<Answer>(File.ReadLines(Path.Combine(folder.Path, "answers.jsonl")).Select(l => JsonSerializer.Deserialize<Answer>(l, Web)!));
        return questions.ToDictionary(
            k => k.Key,
            k => contest.StandingOf(Name, k.Value, [.. k.Value.Select(_ => answers.Dequeue()).Select(a => (a.Ids, a.Milliseconds))]),
            StringComparer.Ordinal);
    }

    private static void Write<T>(TempFolder folder, string name, IEnumerable<T> lines) =>
        File.WriteAllLines(Path.Combine(folder.Path, name), lines.Select(l => JsonSerializer.Serialize(l, Web)));

    private sealed record Answer(List<string> Ids, double Milliseconds);
}
