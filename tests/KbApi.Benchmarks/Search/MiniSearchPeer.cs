using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace KbApi.Benchmarks.Search;

/// <summary>
/// The npm package minisearch on the same entries and questions, in a process of Node.js of its own. It is installed for the run, into a
/// folder that is gone afterwards; where there is no npm, or it can't reach a registry, the peer is left out.
/// </summary>
internal sealed class MiniSearchPeer : IDisposable
{
    private const string Package = "minisearch@7.2.0";
    private const string Script = "minisearch.mjs";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-minisearch-");

    /// <summary>How minisearch does in each kind of contest, or null where it can't be had.</summary>
    /// <param name="content">The entries.</param>
    /// <param name="questions">The questions of each kind: <c>any</c>, <c>prefix</c> and <c>fuzzy</c>; those of the warm-up first.</param>
    public IReadOnlyDictionary<string, Standing>? Hold(GeneratedContent content, IReadOnlyDictionary<string, List<Question>> questions)
    {
        using (var script = typeof(MiniSearchPeer).Assembly.GetManifestResourceStream("KbApi.Benchmarks.Search." + Script)!)
        using (var file = File.Create(PathOf(Script)))
        {
            script.CopyTo(file);
        }

        Write("entries.jsonl", Enumerable.Range(0, content.Count).Select(i => new { Id = "generated/" + GeneratedContent.CodeOf(i), Text = content.TextOf(i) }));
        Write("questions.jsonl", questions.SelectMany(k => k.Value.Select(q => new { Kind = k.Key, Query = string.Join(' ', q.Words) })));
        if (!Run("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", _folder.FullName, Package) || !Run("node", "--max-old-space-size=8192", PathOf(Script), _folder.FullName))
        {
            return null;
        }

        var answers = new Queue<Answer>(File.ReadLines(PathOf("answers.jsonl")).Select(l => JsonSerializer.Deserialize<Answer>(l, Web)!));
        return questions.ToDictionary(k => k.Key, k => StandingOf(k.Value, [.. k.Value.Select(_ => answers.Dequeue())]), StringComparer.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Standing StandingOf(List<Question> questions, List<Answer> answers)
    {
        var counted = questions.Zip(answers).Skip(Contest.WarmUps * Contest.QuestionsOfRound).ToList();
        return Standing.Of(
            "minisearch",
            [.. counted.Chunk(Contest.QuestionsOfRound).Select(c => c.Select(q => q.Second.Milliseconds).ToList())],
            [.. counted.Select(q => Contest.GainOf(q.Second.Ids, q.First.Entry))],
            garbage: 0);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void Write<T>(string name, IEnumerable<T> lines) => File.WriteAllLines(PathOf(name), lines.Select(l => JsonSerializer.Serialize(l, Web)));

    private bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.FullName })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private sealed record Answer(List<string> Ids, double Milliseconds);
}
