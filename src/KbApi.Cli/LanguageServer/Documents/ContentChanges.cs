using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Content.Text;

namespace KbApi.Cli.LanguageServer.Documents;

/// <summary>Makes the changes that a client reports, one after the other.</summary>
internal static class ContentChanges
{
    public static string Apply(SourceText text, IEnumerable<ContentChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Range is not { } range)
            {
                text = SourceText.From(change.Text);
                continue;
            }

            var start = text.OffsetOf(range.Start);
            var end = Math.Max(start, text.OffsetOf(range.End));
            text = SourceText.From(string.Concat(text.Content.AsSpan(0, start), change.Text, text.Content.AsSpan(end)));
        }

        return text.Content;
    }
}
