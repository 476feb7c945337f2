using System.Xml.Linq;

namespace KbApi.Release.Tests.Container;

/// <summary>The container's build has what the server is made of. release/check-container.sh builds and runs it.</summary>
public class DockerfileTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile"));

    [Fact]
    public void It_copies_every_project_of_the_server()
    {
        foreach (var project in ProjectsOf("KbApi.Server"))
        {
            Assert.Contains($"COPY src/{project}/{project}.csproj src/{project}/packages.lock.json src/{project}/", Lines);
            Assert.Contains($"COPY src/{project} src/{project}", Lines);
        }
    }

    [Fact]
    public void It_is_not_root_and_says_how_it_is()
    {
        Assert.Contains("USER 1654", Lines);
        Assert.Contains("VOLUME /data", Lines);
        Assert.Contains(Lines, l => l.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
    }

    private static HashSet<string> ProjectsOf(string project)
    {
        var references = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            .Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));
        return [project, .. references.SelectMany(ProjectsOf)];
    }
}
