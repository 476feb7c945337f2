using System.CommandLine;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Rules.Configuration;
using KbApi.Search.Packs;
using KbApi.Server.Hosting;

namespace KbApi.Cli.Build;

/// <summary><c>kb build PATH… -o PACK</c>: compiles content into a pack. <c>kb build --check PACK</c>: tells whether one is whole.</summary>
internal static class BuildCommand
{
    public static Command Create(ITerminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = terminal.Text("Build_Paths"), Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string?>("--output", "-o") { Description = terminal.Text("Build_Output"), HelpName = "PACK" };
        var check = new Option<string?>("--check") { Description = terminal.Text("Build_Check"), HelpName = "PACK" };
        var locale = CommonArguments.DefaultLocale(terminal);
        var command = new Command("build", terminal.Text("Build_Description")) { paths, output, check, locale };
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is null == result.GetValue(check) is null)
            {
                result.AddError(terminal.Text("Build_OneOf"));
            }
        });
        command.SetAction((result, cancellation) => result.GetValue(check) is { } pack
            ? CheckAsync(terminal, pack, cancellation)
            : Task.FromResult(Build(
                terminal,
                result.GetValue(paths) is { Length: > 0 } given ? given : [BundledContent.Find()],
                result.GetValue(output)!,
                new LoadOptions { DefaultLocale = result.GetRequiredValue(locale) },
                cancellation)));
        return command;
    }

    private static int Build(ITerminal terminal, string[] paths, string target, LoadOptions options, CancellationToken cancellation)
    {
        if (Array.Find(paths, PackSource.IsPack) is { } pack)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Build_IsPack", pack));
            return ExitCode.Failure;
        }

        var files = ContentDirectory.FindShown(paths);
        var loader = new KnowledgeBaseLoader(options);
        var reading = new Progress(terminal, "Common_Reading", files.Count);
        var content = loader.Load(files, reading, cancellation);
        reading.Clear();
        if (ContentLoading.Report(terminal, content) is var code and not ExitCode.Clean)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Build_Errors", target));
            return code;
        }

        var served = loader.Load(BundledContent.WithOwnArticles(files), progress: null, cancellation);
        var writing = new Progress(terminal, "Build_Writing", served.Articles.Items.Sum(a => a.Locales.Length));
        var manifest = PackBuilder.Build(content, served, EditorConfigFiles.For(files).ToJson(), target, writing, cancellation);
        writing.Clear();
        Describe(terminal, target, manifest);
        return ExitCode.Clean;
    }

    private static async Task<int> CheckAsync(ITerminal terminal, string path, CancellationToken cancellation)
    {
        if (!PackSource.IsPack(path))
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Build_NoPack", path));
            return ExitCode.Failure;
        }

        try
        {
            var manifest = await PackCheck.RunAsync(path, cancellation);
            Describe(terminal, path, manifest);
            return ExitCode.Clean;
        }
        catch (PackException e)
        {
            terminal.Error.WriteLine("kb: " + e.GetMessage(terminal.Culture));
            return ExitCode.Findings;
        }
    }

    private static void Describe(ITerminal terminal, string path, PackManifest manifest)
    {
        var counts = manifest.Counts;
        terminal.Output.WriteLine(terminal.Text("Build_Pack", path, manifest.Snapshot, PackManifest.IdOf(manifest.ToJson())));
        terminal.Output.WriteLine(terminal.Text("Build_Holds", counts.Entries, counts.Articles, counts.Codes, string.Join(", ", manifest.Locales)));
        terminal.Output.WriteLine(terminal.Text("Build_Files", manifest.Files.Length, manifest.TotalLength / (1024.0 * 1024)));
    }
}
