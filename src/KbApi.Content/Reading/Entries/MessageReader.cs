using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Syntax;

namespace KbApi.Content.Reading.Entries;

/// <summary>
/// Finds the texts that a screen or log shows: message cells, what stands in quotes, code spans or bold in a symptom, in quotes in a title, and elsewhere behind
/// or before a word for a message: <c>the error "Access is denied"</c>.
/// </summary>
internal sealed class MessageReader(Lexicon lexicon)
{
    private const int MinWordsOfName = 2;
    private const int MinWordsInTitle = 3;
    private const int MinWordsUnspaced = 6;
    private const int MaxNounLength = 40;
    private const int MaxTitleLength = 400;

    /// <summary>What stands between a quotation and the word for it.</summary>
    private const string Joints = " :,\"'`\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D\u00A0\uFF1A";

    // What is quoted again and again is one message.
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    public ImmutableArray<Message> Read(EntryDraft draft)
    {
        _texts.Clear();
        var messages = ImmutableArray.CreateBuilder<Message>(0);
        foreach (var (role, text, _, isCode) in draft.Parts)
        {
            if (text.IsEmpty)
            {
                continue;
            }

            if (role == ColumnRole.Message && isCode)
            {
                AddAll(messages, OutputMessages.In(text));
            }
            else if (role == ColumnRole.Message || (role == ColumnRole.Name && !Word.IsSymbol(text.Text) && QuotedTexts.WordCount(text.Text) >= MinWordsOfName))
            {
                Add(messages, QuotedTexts.Unquoted(TextRange.All(text)));
            }
            else if (role == ColumnRole.Symptom)
            {
                AddAll(messages, QuotedTexts.In(text));
            }
        }

        AddOfTitle(draft, messages);
        if (messages.Count == 0)
        {
            AddNamed(draft, messages);
        }

        return messages.DrainToImmutable();
    }

    /// <summary>
    /// Adds what explanations call an error or a message. Only where nothing else tells the message: explanations name those of other problems as well.
    /// </summary>
    private void AddNamed(EntryDraft draft, ImmutableArray<Message>.Builder messages)
    {
        foreach (var (role, text, _, isCode) in draft.Parts)
        {
            if (role is ColumnRole.Description or ColumnRole.Cause && !isCode && text.KindsIn(lexicon).Has(ProblemCue.Name))
            {
                AddAll(messages, QuotedTexts.In(text).Where(range => HasWords(range, MinWordsOfName) && !IsMarkup(range.AsSpan()) && IsNamed(range)));
            }
        }
    }

    /// <summary>Adds what a title quotes where no text says it in full. Names stand in quotes, too: of fewer words.</summary>
    private void AddOfTitle(EntryDraft draft, ImmutableArray<Message>.Builder messages)
    {
        if (draft.Title is not { Text.Length: > 0 and <= MaxTitleLength } title)
        {
            return;
        }

        foreach (var range in QuotedTexts.InQuotes(title))
        {
            var text = range.ToString();
            var isMessage = HasWords(range, MinWordsInTitle) || (HasWords(range, MinWordsOfName) && IsNamed(range));
            if (isMessage && text.Any(char.IsLetter) && !messages.Any(m => m.Text.Contains(text.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)))
            {
                Add(messages, range);
            }
        }
    }

    /// <summary>Whether a quotation is as long as so many words. In a script without blanks, names of few characters stand in quotes.</summary>
    private static bool HasWords(TextRange range, int least) =>
        range.AsSpan() is var text && QuotedTexts.WordCount(text) >= (PhraseBoundary.IsUnspaced(text[0]) ? MinWordsUnspaced : least);

    /// <summary>Whether a quotation is something to write or to run, and not what a program says.</summary>
    private static bool IsMarkup(ReadOnlySpan<char> text) => text[0] == '<' || text.ContainsAny('\n', '|');

    /// <summary>Whether a word for an error or a message stands right before a quotation or right behind it.</summary>
    private bool IsNamed(TextRange range)
    {
        var text = range.Text.Text.AsSpan();
        var before = text[..range.Start].TrimEnd(Joints);
        var after = text[range.End..].TrimStart(Joints);
        return EndsInNoun(before) || lexicon.Problems.Begins(ProblemCue.Name, after[..Math.Min(after.Length, MaxNounLength)]);
    }

    private bool EndsInNoun(ReadOnlySpan<char> text)
    {
        var last = text[(text.LastIndexOf(' ') + 1)..];
        return lexicon.Problems[ProblemCue.Name].LongestEndingAt(text, text.Length) > 0
            || (lexicon.HeaderLookup.TryGetValue(LabelText.Normalize(last), out var role) && role == ColumnRole.Message);
    }

    private void AddAll(ImmutableArray<Message>.Builder messages, IEnumerable<TextRange> ranges)
    {
        foreach (var range in ranges)
        {
            Add(messages, range);
        }
    }

    private void Add(ImmutableArray<Message>.Builder messages, TextRange range)
    {
        var message = range.ToProse();
        if (message.Text.Length > 0 && _texts.Add(message.Text))
        {
            messages.Add(new Message(message.Text, message.Span, IsLiteral: true));
        }
    }
}
