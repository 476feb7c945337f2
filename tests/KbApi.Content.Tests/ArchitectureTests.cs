using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests;

/// <summary>What the library promises those who put it into their own programs: few dependencies, and the same answer at any time, in any culture.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Library = typeof(Article).Assembly;

    /// <summary>Members by which a program learns the time, its user's culture, or the world outside; a name without a member stands for all of the type.</summary>
    private static readonly string[] Forbidden =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System", "System.Diagnostics.Stopwatch", "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
        "System.Environment.GetEnvironmentVariable", "System.Environment.get_CurrentDirectory", "System.Environment.get_NewLine", "System.Environment.get_MachineName",
        "System.Random", "System.Guid.NewGuid", "System.Console", "System.Diagnostics.Process", "System.Diagnostics.Debug", "System.Diagnostics.Trace",
        "System.Threading.Thread.Sleep", "System.Threading.Timer",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture", "System.Globalization.CultureInfo.get_InstalledUICulture",
        "System.StringComparer.get_CurrentCulture", "System.StringComparer.get_CurrentCultureIgnoreCase", "System.Threading.Thread.get_CurrentCulture",
        "System.Char.ToUpper", "System.Char.ToLower",
    ];

    [Fact]
    public void It_references_Markdig_YamlDotNet_and_the_framework() => Assert.Equal(
        ["Markdig", "YamlDotNet"],
        Library.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n != "System" && !n.StartsWith("System.", StringComparison.Ordinal)).Order());

    /// <summary>Directions that the projects' own files state; a reference the other way round would be a cycle of ideas.</summary>
    [Theory]
    [InlineData("KbApi.Content", "")]
    [InlineData("KbApi.Search", "KbApi.Content")]
    public void A_library_references_only_what_stands_below_it(string project, string below)
    {
        var file = System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));

        Assert.Equal(below, string.Join(' ', references));
    }

    [Fact]
    public void It_reads_no_network() =>
        Assert.DoesNotContain(Library.GetReferencedAssemblies(), a => a.Name!.StartsWith("System.Net", StringComparison.Ordinal));

    [Fact]
    public void It_reads_no_clock_no_console_and_no_current_culture() => Assert.Empty(UsedOf(Library));

    [Fact]
    public void The_scan_finds_what_it_looks_for()
    {
        var used = UsedOf(typeof(ArchitectureTests).Assembly).ToList();

        Assert.NotEqual(0, Stopwatch.GetTimestamp());
        Assert.NotEqual(0, Environment.TickCount64);
        Assert.Contains("System.Diagnostics.Stopwatch.GetTimestamp", used);
        Assert.Contains("System.Environment.get_TickCount64", used);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void What_it_reads_does_not_depend_on_the_culture_around_it(string culture)
    {
        var text = ContentKnowledge.Swedish.Text.Content;
        var expected = ModelText.Write(Documents.Read(text, "sv-SE"));

        var read = "";
        var thread = new Thread(() => read = ModelText.Write(Documents.Read(text, "sv-SE"))) { CurrentCulture = CultureInfo.GetCultureInfo(culture) };
        thread.Start();
        thread.Join();

        Assert.Equal(expected, read);
    }

    /// <summary>The forbidden members that an assembly's code refers to, from its metadata.</summary>
    private static IEnumerable<string> UsedOf(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.MemberReferences.Select(h => NameOf(metadata, metadata.GetMemberReference(h))).Where(IsForbidden).Distinct()];
    }

    private static bool IsForbidden(string member) =>
        Forbidden.Any(f => member == f || member.StartsWith(f + ".", StringComparison.Ordinal));

    private static string NameOf(MetadataReader metadata, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference)
        {
            return "";
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
    }
}
