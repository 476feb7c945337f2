using KbApi.Content.Model;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Tests.Classification.Keystone;

/// <summary>What of an entry a report is made of.</summary>
internal enum KeystoneKind
{
    /// <summary>One of its codes, behind the word "error"; of up to three characters, in a field of its own beside the title.</summary>
    Code,

    /// <summary>One of its messages, with values in its variable places.</summary>
    Message,

    /// <summary>Its title.</summary>
    Title,
}

/// <summary>
/// A report made of what a document says, and the entry that it has to lead to. Left out are what by design says nothing: the name of a
/// program that stands beside all of its codes, and titles without letters (a number by itself is a case of <see cref="KeystoneKind.Code"/>).
/// </summary>
internal sealed record KeystoneCase(string Entry, LocaleTag Locale, KeystoneKind Kind, ErrorReport Report)
{
    private const int FewestCharsOfCode = 4;

    /// <summary>Every code, message and title of every entry in every locale.</summary>
    public static IEnumerable<KeystoneCase> Of(KnowledgeBase knowledgeBase) => knowledgeBase.Entries.Items.SelectMany(e => e.Variants).SelectMany(Of);

    private static IEnumerable<KeystoneCase> Of(Entry entry)
    {
        foreach (var code in entry.Codes.Where(c => c.Role == CodeRole.Identifying && c.Code.Value != entry.Source).Select(c => c.Code.Value).Distinct(StringComparer.Ordinal))
        {
            yield return new KeystoneCase(entry.Id, entry.Locale, KeystoneKind.Code, code.Length < FewestCharsOfCode
                ? new ErrorReport { Message = entry.Title.Text, Code = code, Locale = entry.Locale }
                : new ErrorReport { Message = "error " + code, Locale = entry.Locale });
        }

        foreach (var message in entry.Messages.Where(m => m.Text.Any(char.IsLetter)).Select(Fill).Distinct(StringComparer.Ordinal))
        {
            yield return new KeystoneCase(entry.Id, entry.Locale, KeystoneKind.Message, new ErrorReport { Message = message, Locale = entry.Locale });
        }

        if (entry.Title.Text.Any(char.IsLetter))
        {
            yield return new KeystoneCase(entry.Id, entry.Locale, KeystoneKind.Title, new ErrorReport { Message = entry.Title.Text, Locale = entry.Locale });
        }
    }

    private static string Fill(Message message) => string.Concat(message.ToTemplate().Parts.Select(p => p.IsVariable ? "Quux7" : p.Text));
}
