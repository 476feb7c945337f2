using System.Collections.Immutable;
using System.Globalization;
using System.Resources;

namespace KbApi.Rules.Declarations;

/// <summary>Texts that a rules file states, by language; the neutral one has the empty name.</summary>
/// <param name="texts">The texts by language and name.</param>
internal sealed class FixedTexts(ImmutableDictionary<(string Language, string Name), string> texts) : ResourceManager
{
    public override string? GetString(string name, CultureInfo? culture) =>
        texts.GetValueOrDefault((culture?.TwoLetterISOLanguageName ?? "", name)) ?? texts.GetValueOrDefault(("", name));
}
