using System.Globalization;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Templates;

/// <summary>Messages that are made of known templates, so that it is known which belong together: words of real documents, and places where values stand.</summary>
internal sealed class GeneratedMessages
{
    private const int FewestWords = 6;
    private const int MoreWords = 7;
    private const double ShareOfValues = 0.3;
    private const double ShareOfTwins = 0.2;

    private static readonly (string One, string Other)[] Twins = [("started", "stopped"), ("enabled", "disabled"), ("succeeded", "failed"), ("is", "is not"), ("Event 31001", "Event 31002"), ("ORA-01017", "ORA-01034")];

    private readonly SmallRandom _random = new(17);

    /// <param name="words">Where words are drawn from.</param>
    /// <param name="templates">How many templates there are.</param>
    /// <param name="count">How many messages.</param>
    public GeneratedMessages(WordSource words, int templates, int count)
    {
        var parts = new List<string[]>();
        while (parts.Count < templates)
        {
            var made = Template(words);
            var twin = Twins[Below(Twins.Length)];
            if (_random.NextDouble() < ShareOfTwins)
            {
                var at = Below(made.Length);
                parts.Add([.. made[..at], twin.One, .. made[at..]]);
                parts.Add([.. made[..at], twin.Other, .. made[at..]]);
            }
            else
            {
                parts.Add(made);
            }
        }

        Messages = new string[count];
        Truth = new int[count];
        for (var i = 0; i < count; i++)
        {
            // Some messages come often, most seldom.
            Truth[i] = (int)(parts.Count * _random.NextDouble() * _random.NextDouble());
            Messages[i] = string.Join(' ', parts[Truth[i]].Select(p => p[0] == '\0' ? Value(p[1]) : p));
        }
    }

    public string[] Messages { get; }

    /// <summary>The template that each message was made of.</summary>
    public int[] Truth { get; }

    public int Chars => Messages.Sum(m => m.Length);

    private string[] Template(WordSource words) =>
        [words.Draw(_random), .. Enumerable.Range(0, FewestWords + Below(MoreWords)).Select(_ => _random.NextDouble() < ShareOfValues ? "\0" + "niguptqahw"[Below(10)] : words.Draw(_random))];

    private string Value(char kind) => kind switch
    {
        'n' => Below(1_000_000).ToString(CultureInfo.InvariantCulture),
        'i' => $"10.{Below(256)}.{Below(256)}.{Below(256)}",
        'g' => Guid(),
        'u' => $"CONTOSO\\user{Below(1000)}",
        'p' => $"/var/log/app{Below(50)}/part-{Below(10_000)}.log",
        't' => $"2026-0{1 + Below(9)}-{10 + Below(18)}T{10 + Below(14)}:{10 + Below(50)}:{10 + Below(50)}Z",
        'q' => $"'{(char)('A' + Below(26))}{(char)('a' + Below(26))}{(char)('a' + Below(26))}{(char)('a' + Below(26))}'",
        'a' => $"0x{0x7f0000000000L + (long)(_random.NextDouble() * 0xffffffff):x16}",
        'h' => $"{Below(0x7fffffff):x8}{Below(0x7fffffff):x8}",
        _ => $"node{Below(200)}",
    };

    private string Guid() => $"{Below(0x7fffffff):x8}-{Below(0xffff):x4}-4{Below(0xfff):x3}-a{Below(0xfff):x3}-{Below(0x7fffffff):x8}{Below(0xffff):x4}";

    private int Below(int end) => (int)(_random.NextDouble() * end);
}
