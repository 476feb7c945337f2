using System.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Model;

namespace KbApi.Cli.Translation;

/// <summary>Options that name a locale, and may be left out.</summary>
internal static class LocaleOptions
{
    public static Option<LocaleTag?> Create(ITerminal terminal, string name, string description) => new(name)
    {
        Description = terminal.Text(description),
        HelpName = "LOCALE",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (!LocaleTag.TryParse(text, out var locale))
            {
                result.AddError(terminal.Text("Common_NoLocale", text));
            }

            return locale;
        },
    };
}
