using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Configuration;

namespace KbApi.Cli.LanguageServer.Workspaces;

/// <summary>What a session is set to.</summary>
internal sealed record LanguageSettings
{
    /// <summary>Where the documents are: below each open folder, or anywhere. Where none is named, in <c>content</c> or else in the folder itself.</summary>
    public ImmutableArray<string> Content { get; init; } = [];

    /// <summary>The language of messages.</summary>
    public required CultureInfo Culture { get; init; }

    /// <summary>Whether that was asked for on the command line.</summary>
    public bool HasChosenCulture { get; init; }

    public required LocaleTag DefaultLocale { get; init; }

    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Info;

    /// <summary>Whether findings of documents that are not open are shown, too.</summary>
    public bool ShowsAll { get; init; } = true;

    /// <summary>Where the pages of the rules are served; null for the files that come with the tool.</summary>
    public Uri? HelpRoot { get; init; }

    /// <summary>Assemblies with more rules. They are code, so only the command line names them.</summary>
    public ImmutableArray<string> Plugins { get; init; } = [];

    /// <summary>These settings with those of a client.</summary>
    /// <param name="options">What the client set.</param>
    /// <param name="clientLocale">The language of the client's own words, or null.</param>
    /// <param name="refuse">Told the name and the value of each setting that can't be used.</param>
    public LanguageSettings With(InitializationOptions options, string? clientLocale, Action<string, string> refuse)
    {
        var settings = this;
        if (options.Content is { IsDefaultOrEmpty: false } content)
        {
            settings = settings with { Content = [.. content.Where(c => c.Length > 0 && !c.Contains('\0', StringComparison.Ordinal))] };
        }

        if (Locale(options.Locale, "locale") is { } locale)
        {
            settings = settings with { Culture = locale.ToCulture() };
        }
        else if (!HasChosenCulture && LocaleTag.TryParse(clientLocale, out var ofClient))
        {
            settings = settings with { Culture = ofClient.ToCulture() };
        }

        settings = settings with { DefaultLocale = Locale(options.DefaultLocale, "defaultLocale") ?? DefaultLocale };
        if (options.Severity is { Length: > 0 } name)
        {
            settings = settings with { Severity = SeverityOptions.Parse(name) ?? Refused(name, "severity", Severity) };
        }

        if (options.Scope is { Length: > 0 } scope)
        {
            settings = settings with { ShowsAll = scope switch { "workspace" => true, "openFiles" => false, _ => Refused(scope, "scope", ShowsAll) } };
        }

        if (options.HelpRoot is { Length: > 0 } root)
        {
            var isUsable = Uri.TryCreate(root, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
            settings = settings with { HelpRoot = isUsable ? uri : Refused(root, "helpRoot", HelpRoot) };
        }

        return settings;

        LocaleTag? Locale(string? text, string setting)
        {
            if (string.IsNullOrEmpty(text) || LocaleTag.TryParse(text, out var tag))
            {
                return string.IsNullOrEmpty(text) ? null : LocaleTag.Parse(text);
            }

            return Refused<LocaleTag?>(text, setting, null);
        }

        T Refused<T>(string value, string setting, T otherwise)
        {
            refuse(setting, value);
            return otherwise;
        }
    }
}
