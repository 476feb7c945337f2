namespace KbApi.Server.Tests.Security;

/// <summary>What holds by how the program is written.</summary>
public sealed class SourceTests
{
    private static readonly Lazy<IReadOnlyList<(string File, string Text)>> Sources = new(() =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(f => (f, File.ReadAllText(f)))]);

    [Fact]
    public void No_regular_expression_can_backtrack()
    {
        var used = 0;
        foreach (var (file, text) in Sources.Value)
        {
            foreach (var way in new[] { "new Regex(", "Regex.IsMatch(", "Regex.Match(", "Regex.Matches(", "Regex.Replace(", "Regex.Split(", "GeneratedRegex(", "Regex.EnumerateMatches(", "Regex.Count(" })
            {
                for (var at = text.IndexOf(way, StringComparison.Ordinal); at >= 0; at = text.IndexOf(way, at + 1, StringComparison.Ordinal))
                {
                    var end = text.IndexOf(';', at);
                    Assert.True(text[at..end].Contains("NonBacktracking", StringComparison.Ordinal), $"{file}: {text[at..end]}");
                    used++;
                }
            }

            // By another name it would not be found above.
            Assert.False(text.Contains("= System.Text.RegularExpressions.Regex;", StringComparison.Ordinal), file);
        }

        // Hand-written matchers everywhere: raise this when a regular expression comes in.
        Assert.InRange(used, 0, 20);
    }

    [Fact]
    public void No_document_type_is_read_from_XML()
    {
        foreach (var (file, text) in Sources.Value.Where(s => s.Text.Contains("XmlReader.Create(", StringComparison.Ordinal) || s.Text.Contains("new XmlReaderSettings", StringComparison.Ordinal)))
        {
            Assert.True(
                !text.Contains("new XmlReaderSettings", StringComparison.Ordinal)
                || text.Contains("DtdProcessing = DtdProcessing.Prohibit", StringComparison.Ordinal) || text.Contains("DtdProcessing.Ignore", StringComparison.Ordinal),
                file);
            Assert.DoesNotContain("DtdProcessing.Parse", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Sources.Value, s => s.Text.Contains("XmlDocument(", StringComparison.Ordinal) || s.Text.Contains("new XmlTextReader", StringComparison.Ordinal));
    }

    [Fact]
    public void The_server_asks_nobody_but_whom_the_operator_names()
    {
        // Only the probe of containers, kb doctor, kb gaps, and what fetches packs: their addresses are the operator's.
        var clients = Sources.Value.Where(s => s.Text.Contains("HttpClient(", StringComparison.Ordinal) || s.Text.Contains("HttpClient {", StringComparison.Ordinal) || s.Text.Contains("HttpClient CreateClient", StringComparison.Ordinal))
            .Select(s => Path.GetFileName(s.File));

        Assert.Equal(["HealthProbe.cs", "HttpPackFeed.cs", "ServerCheck.cs", "ServerGaps.cs"], clients.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Hashes_of_keys_are_compared_in_constant_time_and_nowhere_else()
    {
        var ring = Sources.Value.Single(s => s.File.EndsWith("KeyRing.cs", StringComparison.Ordinal)).Text;

        Assert.Contains("CryptographicOperations.FixedTimeEquals", ring, StringComparison.Ordinal);
        Assert.DoesNotContain("SequenceEqual", ring, StringComparison.Ordinal);
        Assert.Equal(["KeyChanges.cs", "KeyRing.cs", "KeyText.cs"], Sources.Value.Where(s => s.Text.Contains("HashOf(", StringComparison.Ordinal) && s.File.Contains("Access", StringComparison.Ordinal)).Select(s => Path.GetFileName(s.File)).Order(StringComparer.Ordinal));
    }
}
