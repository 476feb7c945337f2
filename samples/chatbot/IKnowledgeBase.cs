namespace Chatbot;

/// <summary>What the bot asks. Nothing is remembered between calls: each has all that was said.</summary>
internal interface IKnowledgeBase
{
    /// <summary>What to do next about a problem.</summary>
    /// <param name="message">What the person said first, word for word.</param>
    /// <param name="answers">All answers so far, by the id of the question.</param>
    /// <param name="locale">The language of the person.</param>
    Task<NextTurn> NextAsync(string message, IReadOnlyDictionary<string, string> answers, string locale);

    /// <summary>The nearest documented codes of one that is not documented; null where it is.</summary>
    Task<UnknownCode?> CheckCodeAsync(string code, string locale);
}

/// <summary>A question, an answer, or neither: then a person has to take over.</summary>
internal sealed record NextTurn(Question? Question, Answer? Answer);

internal sealed record Question(string Id, string Text, IReadOnlyList<Option> Options);

internal sealed record Option(string Value, string Text);

internal sealed record Answer(string Id, string Title, string? Summary, IReadOnlyList<string> Steps, string Path, int Line);

internal sealed record UnknownCode(string Code, IReadOnlyList<string> Nearest);
