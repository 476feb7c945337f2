using System.Globalization;
using KbApi.Content.Model;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>What an entry is called, in the language of the message that it stands in.</summary>
internal sealed class EventTitle(Localized<Entry> entry, KnowledgeBase knowledgeBase) : IFormattable
{
    private const int MostChars = 100;

    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var asked = LocaleTag.TryParse((formatProvider as CultureInfo)?.Name, out var tag) ? tag : knowledgeBase.DefaultLocale;
        var title = (entry.InFirstOf(knowledgeBase.ChainFor(asked)) ?? entry.Variants[0]).Title.Text.ReplaceLineEndings(" ");
        return title.Length > MostChars ? title[..MostChars] + "\u2026" : title;
    }

    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);
}
