using System.Collections.Immutable;

namespace KbApi.Release.Tests.QuickStarts;

/// <summary>A command of a document, and the output that is shown for it.</summary>
/// <param name="Command">The command, as it is typed.</param>
/// <param name="FirstLine">The number of the line after it, from 0.</param>
/// <param name="Output">The lines that are shown; none where the output does not matter.</param>
internal sealed record Step(string Command, int FirstLine, ImmutableArray<string> Output)
{
    /// <summary>Stands for any number of lines.</summary>
    public const string Anything = "…";

    public bool IsServer => Command.EndsWith(" &", StringComparison.Ordinal);

    /// <summary>Whether lines are those that are shown.</summary>
    public bool Shows(IReadOnlyList<string> lines) => Output.IsEmpty || Match(Output.AsSpan(), lines, 0);

    private static bool Match(ReadOnlySpan<string> shown, IReadOnlyList<string> lines, int from)
    {
        if (shown.IsEmpty)
        {
            return from == lines.Count;
        }

        if (shown[0] != Anything)
        {
            return from < lines.Count && shown[0].TrimEnd() == lines[from].TrimEnd() && Match(shown[1..], lines, from + 1);
        }

        for (var next = from; next <= lines.Count; next++)
        {
            if (Match(shown[1..], lines, next))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The commands and files of a document: blocks of <c>console</c>, and blocks whose language is followed by the name of a file.</summary>
internal sealed record QuickStart(ImmutableArray<string> Lines, ImmutableArray<Step> Steps, ImmutableArray<(string Name, string Text)> Files)
{
    private const string Fence = "```";
    private const string Prompt = "$ ";

    public static QuickStart Read(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var steps = ImmutableArray.CreateBuilder<Step>();
        var files = ImmutableArray.CreateBuilder<(string, string)>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, i + 1);
            Assert.True(end > i, $"The block of line {i + 1} is not closed.");
            var words = lines[i][Fence.Length..].Split(' ');
            if (words is ["console"])
            {
                ReadSteps(lines, i + 1, end, steps);
            }
            else if (words is [_, var name])
            {
                files.Add((name, string.Concat(lines[(i + 1)..end].Select(l => l + "\n"))));
            }

            i = end;
        }

        return new QuickStart([.. lines], steps.ToImmutable(), files.ToImmutable());
    }

    /// <summary>The document with other output shown for a step.</summary>
    public string With(Step step, IEnumerable<string> output) =>
        string.Concat(Lines[..step.FirstLine].Concat(output).Concat(Lines[(step.FirstLine + step.Output.Length)..]).Select(l => l + "\n"));

    private static void ReadSteps(string[] lines, int start, int end, ImmutableArray<Step>.Builder steps)
    {
        Assert.StartsWith(Prompt, lines[start], StringComparison.Ordinal);
        for (var i = start; i < end;)
        {
            var command = lines[i++][Prompt.Length..];
            while (command.EndsWith('\\'))
            {
                command += "\n" + lines[i++];
            }

            var first = i;
            while (i < end && !lines[i].StartsWith(Prompt, StringComparison.Ordinal))
            {
                i++;
            }

            steps.Add(new Step(command, first, [.. lines[first..i]]));
        }
    }
}
