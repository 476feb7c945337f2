using System.CommandLine;
using System.CommandLine.Parsing;
using KbApi.Cli.Terminal;
using KbApi.Content.Model;
using KbApi.Server.Hosting;

namespace KbApi.Cli.CommandLine;

/// <summary>Arguments and options that several commands take.</summary>
internal static class CommonArguments
{
    public static Argument<string[]> Paths(ITerminal terminal) => new("PATH")
    {
        Description = terminal.Text("Common_Paths"),
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string[]> Content(ITerminal terminal) => new("--kb-path")
    {
        Description = terminal.Text("Common_Content"),
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [BundledContent.Find()],
    };

    public static Option<LocaleTag> DefaultLocale(ITerminal terminal) => Locale(terminal, "--default-locale", "Common_DefaultLocale", () => LocaleTag.Parse("en-US"));

    /// <summary>The locale of answers; by default that of the person in front of the terminal.</summary>
    public static Option<LocaleTag> AnswerLocale(ITerminal terminal) => Locale(terminal, "--locale", "Common_Locale", () => OfCulture(terminal));

    /// <summary>The only locale to look at; all where none is given.</summary>
    public static Option<LocaleTag?> OnlyLocale(ITerminal terminal) => new("--locale")
    {
        Description = terminal.Text("Common_OnlyLocale"),
        HelpName = "LOCALE",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (LocaleTag.TryParse(text, out var locale))
            {
                return locale;
            }

            result.AddError(terminal.Text("Common_NoLocale", text));
            return null;
        },
    };

    private static Option<LocaleTag> Locale(ITerminal terminal, string name, string description, Func<LocaleTag> otherwise) => new(name)
    {
        Description = terminal.Text(description),
        HelpName = "LOCALE",
        DefaultValueFactory = _ => otherwise(),
        CustomParser = result => ParseLocale(terminal, result) ?? default,
    };

    /// <summary>The language tag that was typed; null, and an error, where it is none.</summary>
    public static LocaleTag? ParseLocale(ITerminal terminal, ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (LocaleTag.TryParse(text, out var locale))
        {
            return locale;
        }

        result.AddError(terminal.Text("Common_NoLocale", text));
        return null;
    }

    private static LocaleTag OfCulture(ITerminal terminal) =>
        LocaleTag.TryParse(terminal.Culture.Name, out var locale) ? locale : LocaleTag.Parse("en-US");
}
