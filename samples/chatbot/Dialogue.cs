using System.Globalization;

namespace Chatbot;

/// <summary>
/// A conversation by rules, without any model: asks the next question until one entry answers, and says where it stands. A bare code that is not
/// documented is said to be so. An empty line means "I don't know".
/// </summary>
internal sealed class Dialogue(IKnowledgeBase knowledge, string locale, TextReader input, TextWriter output, bool isEchoing)
{
    private readonly Words _words = Words.Of(locale);

    public async Task RunAsync()
    {
        Say(_words.Greeting);
        while (Listen() is { } message)
        {
            if (message.Length > 0)
            {
                await HelpAsync(message);
                Say(_words.Next);
            }
        }
    }

    private async Task HelpAsync(string message)
    {
        if (IsBareCode(message) && await knowledge.CheckCodeAsync(message, locale) is { } unknown)
        {
            Say(string.Format(CultureInfo.InvariantCulture, _words.Unknown, unknown.Code));
            List(unknown.Nearest.Select(n => "- " + n));
            return;
        }

        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var turn = await knowledge.NextAsync(message, answers, locale);
        while (turn.Question is { } question)
        {
            Say(question.Text);
            List(question.Options.Select((o, i) => $"{i + 1}. {OneLine(o.Text)}"));
            if (Listen() is not { } said)
            {
                return;
            }

            answers[question.Id] = Choose(question, said);
            turn = await knowledge.NextAsync(message, answers, locale);
        }

        if (turn.Answer is { } answer)
        {
            Tell(answer);
        }
        else
        {
            Say(_words.HandOver);
        }
    }

    private void Tell(Answer answer)
    {
        Say(OneLine(answer.Title));
        List((answer.Summary ?? (answer.Steps.Count == 0 ? _words.NoResolution : "")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        List(answer.Steps.Select((s, i) => $"{i + 1}. {OneLine(s)}"));
        List([string.Format(CultureInfo.InvariantCulture, _words.Source, answer.Path, answer.Line)]);
    }

    /// <summary>The number of an option, or the person's own words.</summary>
    private string Choose(Question question, string said) =>
        int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= question.Options.Count
            ? question.Options[number - 1].Value
            : said.Length > 0 ? said : _words.DontKnow;

    private static bool IsBareCode(string text) => text.Any(char.IsAsciiDigit) && !text.Any(char.IsWhiteSpace);

    private void Say(string text) => output.WriteLine($"{_words.Bot}: {text}");

    private void List(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            output.WriteLine("     " + line);
        }
    }

    private string? Listen()
    {
        if (!isEchoing)
        {
            output.Write(_words.You + ": ");
        }

        var line = input.ReadLine()?.Trim();
        if (isEchoing && line is not null)
        {
            output.WriteLine($"{_words.You}: {line}".TrimEnd());
        }

        return line;
    }

    private static string OneLine(string text) => text.Replace('\n', ' ');
}
