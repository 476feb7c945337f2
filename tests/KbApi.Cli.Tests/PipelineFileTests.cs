using System.CommandLine;
using System.CommandLine.Parsing;
using KbApi.Cli.CommandLine;
using YamlDotNet.RepresentationModel;

namespace KbApi.Cli.Tests;

/// <summary>The GitHub Action and the hooks for pre-commit call commands and options that exist.</summary>
public class PipelineFileTests
{
    [Fact]
    public void The_action_calls_commands_that_exist()
    {
        var action = (YamlMappingNode)Read("action.yml");
        Assert.Equal("composite", Text(action["runs"]["using"]));
        var steps = ((YamlSequenceNode)action["runs"]["steps"]).Cast<YamlMappingNode>().ToList();
        Assert.All(steps, s => Assert.Equal("bash", Text(s["shell"])));
        var scripts = steps.Select(s => Text(s["run"])).ToList();

        // Values of a pull request never become part of a script; they are variables.
        Assert.All(scripts, s => Assert.DoesNotContain("${{", s, StringComparison.Ordinal));
        var calls = scripts.SelectMany(s => s.Split('\n')).Where(l => l.StartsWith("kb ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["kb lint", "kb drift", "kb drift", "kb catalog diff"], calls.Select(NameOf));
        Assert.All(calls, c => Assert.Empty(Parse(c).Errors));
    }

    [Fact]
    public void The_action_reads_only_inputs_that_it_declares_and_outputs_of_its_own_steps()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "action.yml"));
        var action = (YamlMappingNode)Read("action.yml");
        var inputs = ((YamlMappingNode)action["inputs"]).Children.Keys.Select(Text).ToList();
        var steps = ((YamlSequenceNode)action["runs"]["steps"]).Cast<YamlMappingNode>().Where(s => s.Children.ContainsKey("id")).Select(s => Text(s["id"])).ToList();
        Assert.Empty(NamesBehind(text, "inputs.").Except(inputs));
        Assert.Empty(inputs.Except(NamesBehind(text, "inputs.")));
        Assert.Empty(NamesBehind(text, "steps.").Except(steps));
    }

    [Fact]
    public void The_hooks_call_commands_that_exist()
    {
        var hooks = ((YamlSequenceNode)Read(".pre-commit-hooks.yaml")).Cast<YamlMappingNode>().ToList();
        Assert.Equal(["kb-lint", "kb-drift", "kb-catalog-diff"], hooks.Select(h => Text(h["id"])));
        foreach (var hook in hooks)
        {
            var passesFiles = !hook.Children.TryGetValue("pass_filenames", out var passes) || Text(passes) == "true";
            var call = string.Join(' ', ((YamlSequenceNode)hook["args"]).Select(Text).Prepend(Text(hook["entry"])).Concat(passesFiles ? ["a.md"] : []));
            Assert.Empty(Parse(call).Errors);
            Assert.Equal("system", Text(hook["language"]));
        }
    }

    private static ParseResult Parse(string call)
    {
        var words = CommandLineParser.SplitCommandLine(call).TakeWhile(w => w is not (">" or ">>" or "||")).Skip(1);
        return KbCommand.Create(new TestTerminal()).Parse([.. words.Select(w => w switch { "$SEVERITY" => "warning", "$DEFAULT_LOCALE" => "en-US", _ => w })]);
    }

    private static string NameOf(string call) => HelpAction.NameOf(Parse(call).CommandResult.Command);

    private static IEnumerable<string> NamesBehind(string text, string prefix) => text.Split(prefix).Skip(1)
        .Select(rest => new string([.. rest.TakeWhile(c => char.IsAsciiLetterLower(c) || c == '-')])).Distinct(StringComparer.Ordinal);

    private static YamlNode Read(string file)
    {
        using var reader = new StreamReader(Path.Combine(Repository.Root, file));
        var stream = new YamlStream();
        stream.Load(reader);
        return stream.Documents.Single().RootNode;
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
