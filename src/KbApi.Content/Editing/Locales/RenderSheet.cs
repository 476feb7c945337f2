using KbApi.Content.Editing.Places;
using KbApi.Content.Syntax;
using KbApi.Content.Text;

namespace KbApi.Content.Editing.Locales;

/// <summary>The changes that make a document of one locale one of another. Each place of it is written once; the first to write it counts.</summary>
internal sealed class RenderSheet(LocaleText from, LocaleText? to)
{
    private readonly DocumentParser _parser = new();
    private readonly PlaceWriter _writer = new(from.Text);
    private readonly List<TextChange> _changes = [];
    private readonly Dictionary<int, int> _replacedAt = [];
    private readonly HashSet<int> _inserted = [];
    private readonly bool[] _isTaken = new bool[from.Text.Length];

    public LocaleText From => from;

    public LocaleText? To => to;

    /// <summary>How many texts were marked.</summary>
    public int Untranslated { get; private set; }

    public IEnumerable<TextChange> Changes => _changes;

    /// <summary>Writes a text in the place of the template's, or marks that one.</summary>
    /// <param name="span">The template's.</param>
    /// <param name="counterpart">The translation's; empty where there is none.</param>
    public void Put(TextSpan span, TextSpan counterpart)
    {
        var taken = _isTaken.AsSpan(span.Start, span.Length);
        if (span.IsEmpty || taken.Contains(true))
        {
            return;
        }

        taken.Fill(true);
        var place = from.PlaceOf(span);
        if (place.Kind == PlaceKind.FrontMatter)
        {
            return;
        }

        if (Write(place, counterpart) is { } written)
        {
            _replacedAt.Add(span.Start, _changes.Count);
            _changes.Add(new TextChange(span, written));
        }
        else if (WordText.HasWords(from.Text.Content.AsSpan(span.Start, span.Length)) && !UntranslatedMark.Marks(from.Text, span))
        {
            Untranslated++;
            Mark(place);
        }
    }

    /// <summary>Puts a text before a place.</summary>
    public void Insert(int position, string text)
    {
        if (_inserted.Add(position))
        {
            if (_replacedAt.TryGetValue(position, out var index))
            {
                _changes[index] = _changes[index] with { NewText = text + _changes[index].NewText };
            }
            else
            {
                _changes.Add(new TextChange(new TextSpan(position, 0), text));
            }
        }
    }

    public void Replace(TextSpan span, string text) => _changes.Add(new TextChange(span, text));

    /// <summary>Marks something that was not found by <see cref="Put"/>.</summary>
    public void MarkAt(int position, string mark)
    {
        Untranslated++;
        _changes.Add(new TextChange(new TextSpan(position, 0), mark));
    }

    private string? Write(Place place, TextSpan counterpart)
    {
        if (to is null || counterpart.IsEmpty)
        {
            return null;
        }

        var kind = to.PlaceOf(counterpart).Kind;
        if (kind == place.Kind && kind is PlaceKind.Cell or PlaceKind.Heading or PlaceKind.Html)
        {
            return to.Text[counterpart].ReplaceLineEndings(LineEndings.Of(from.Text.Content));
        }

        return to.MarkdownOf(counterpart) is { } markdown ? _writer.Write(place, new NewText(markdown, _parser)).Written : null;
    }

    private void Mark(Place place)
    {
        var isBlock = place.Kind == PlaceKind.Blocks;
        _changes.Add(isBlock
            ? new TextChange(new TextSpan(place.Span.Start, 0), UntranslatedMark.Text + LineEndings.Of(from.Text.Content) + LinePrefix.Of(from.Text, place.Span.Start))
            : new TextChange(new TextSpan(place.Span.End, 0), " " + UntranslatedMark.Text));
    }
}
