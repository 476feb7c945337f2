using System.Text;
using KbApi.Server.Tests.Hosting;

namespace KbApi.Server.Tests.OpenApi;

/// <summary>The commands that the documentation shows do what it says.</summary>
[Collection(ServerGroup.Name)]
public sealed class DocumentedCommandTests(ServerFixture fixture)
{
    private const string Prompt = "$ curl ";

    private readonly RunningServer _server = fixture.Server;

    public static IEnumerable<object[]> Commands() =>
        from file in new[] { "README.md", "docs/api.md" }
        from line in File.ReadLines(Path.Combine(Repository.Root, file))
        where line.StartsWith(Prompt, StringComparison.Ordinal)
        select new object[] { file, line };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_request_in_the_documentation_is_answered(string file, string line)
    {
        using var request = Read(line[Prompt.Length..]);
        using var response = await _server.Client.SendAsync(request);

        Assert.True(response.IsSuccessStatusCode, $"{file}: {line}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public void The_documentation_has_commands() => Assert.True(Commands().Count() >= 8);

    /// <summary>Reads the arguments of curl that the documentation uses: <c>-H</c>, <c>-d</c>, <c>--data-binary</c> and an address.</summary>
    private static HttpRequestMessage Read(string arguments)
    {
        var words = Split(arguments);
        var headers = new List<string>();
        string? body = null;
        var address = "";
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "-H":
                    headers.Add(words[++i]);
                    break;
                case "-d" or "--data-binary":
                    body = words[++i];
                    break;
                default:
                    Assert.StartsWith("localhost:5080/", words[i], StringComparison.Ordinal);
                    address = words[i]["localhost:5080".Length..];
                    break;
            }
        }

        var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        foreach (var header in headers.Select(h => h.Split(": ", 2)))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(header[0], header[1]) || request.Content!.Headers.TryAddWithoutValidation(header[0], header[1]), header[0]);
        }

        return request;
    }

    /// <summary>Words as a shell splits them; in single quotes, and in <c>$'…'</c> with line ends, blanks are part of a word.</summary>
    private static List<string> Split(string arguments)
    {
        var words = new List<string>();
        var parts = arguments.Replace("$'", "'", StringComparison.Ordinal).Split('\'');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1)
            {
                words.Add(parts[i].Replace("\\n", "\n", StringComparison.Ordinal));
            }
            else
            {
                words.AddRange(parts[i].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return words;
    }
}
