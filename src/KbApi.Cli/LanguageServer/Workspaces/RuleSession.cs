using KbApi.Cli.Lint;
using KbApi.Content.Loading;
using KbApi.Rules.Analysis;

namespace KbApi.Cli.LanguageServer.Workspaces;

/// <summary>The rules as they are set at a time, and what they have found so far.</summary>
/// <param name="Setup">The rules.</param>
/// <param name="Analysis">Runs them, over what has changed.</param>
internal sealed record RuleSession(RuleSetup Setup, IncrementalAnalysis Analysis)
{
    public static RuleSession Create(IEnumerable<ContentFile> files, IReadOnlyCollection<string> plugins)
    {
        RuleSetup setup;
        try
        {
            setup = RuleSetup.For([.. files.Select(f => f.Path)], plugins);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Settings that can't be read now are looked at again when they change.
            setup = RuleSetup.For([], plugins);
        }

        return new RuleSession(setup, new IncrementalAnalysis(setup.Driver));
    }
}
