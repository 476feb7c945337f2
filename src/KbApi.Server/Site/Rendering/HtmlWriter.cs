using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace KbApi.Server.Site.Rendering;

/// <summary>
/// Makes mark-up of an interpolated string. The compiler hands it literals and values apart; it follows the literals, so it knows of each value
/// whether it stands in text, in an attribute or in an address, and refuses what can't be made safe there.
/// </summary>
[InterpolatedStringHandler]
internal ref struct HtmlWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup;
    private MarkupPosition _position;

    public HtmlWriter(int literalLength, int formattedCount)
    {
        const int UsualValue = 32;
        _markup = new StringBuilder(literalLength + (formattedCount * UsualValue));
        _position = default;
    }

    public void AppendLiteral(string value)
    {
        _position.Pass(value);
        _markup.Append(value);
    }

    /// <summary>A text, in text or in an attribute that holds neither an address nor a program.</summary>
    public void AppendFormatted(string? value)
    {
        if (_position.Place == MarkupPlace.Tag || (_position.Place == MarkupPlace.Value && TakesMoreThanText(_position.Attribute)))
        {
            throw new InvalidOperationException(
                $"A text can't be made safe {(_position.Place == MarkupPlace.Tag ? "inside a tag" : $"in '{_position.Attribute}'")}; give an {nameof(Address)} or an {nameof(HtmlAttribute)}.");
        }

        _markup.Append(Encoder.Encode(value ?? ""));
        _position.PassValue();
    }

    public void AppendFormatted(int value) => AppendFormatted(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(double value) => AppendFormatted(value.ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>Mark-up, in text.</summary>
    public readonly void AppendFormatted(Html value)
    {
        Require(MarkupPlace.Text, nameof(Html));
        _markup.Append(value.ToString());
    }

    /// <summary>An attribute, in a tag.</summary>
    public readonly void AppendFormatted(HtmlAttribute value)
    {
        Require(MarkupPlace.Tag, nameof(HtmlAttribute));
        if (!value.IsPresent)
        {
            return;
        }

        if (TakesMoreThanText(value.Name))
        {
            throw new InvalidOperationException($"'{value.Name}' holds an address or a program; write it out.");
        }

        _markup.Append(' ').Append(value.Name);
        if (value.Value is { } text)
        {
            _markup.Append("=\"").Append(Encoder.Encode(text)).Append('"');
        }
    }

    /// <summary>An address, as the whole value of an attribute.</summary>
    public void AppendFormatted(Address value)
    {
        Require(MarkupPlace.Value, nameof(Address));
        if (!_position.IsAtStartOfValue)
        {
            throw new InvalidOperationException($"An {nameof(Address)} is the whole value of '{_position.Attribute}'.");
        }

        _markup.Append(Encoder.Encode(value.ToString()));
        _position.PassValue();
    }

    /// <summary>The mark-up.</summary>
    /// <exception cref="InvalidOperationException">It ends inside a tag.</exception>
    public readonly string Finish()
    {
        Require(MarkupPlace.Text, "the end");
        return _markup.ToString();
    }

    private static bool TakesMoreThanText(string attribute) =>
        attribute is "href" or "src" or "action" or "formaction" or "srcset" or "style" or "srcdoc" or "data"
        || attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase);

    private readonly void Require(MarkupPlace place, string what)
    {
        if (_position.Place != place)
        {
            throw new InvalidOperationException($"There is no place for {what} behind: {_markup.ToString(Math.Max(0, _markup.Length - 60), Math.Min(60, _markup.Length))}");
        }
    }
}
