using YamlDotNet.RepresentationModel;

namespace KbApi.Release.Tests.Reference;

/// <summary>Reads what may be absent.</summary>
internal static class YamlReading
{
    public static YamlMappingNode ReadFile(string path)
    {
        using var reader = new StreamReader(Path.Combine(Repository.Root, path));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    public static YamlNode? Find(this YamlNode node, string name) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(name, out var value) ? value : null;

    public static string? FindText(this YamlNode node, string name) => (node.Find(name) as YamlScalarNode)?.Value;

    public static bool Is(this YamlNode node, string name) => node.FindText(name) == "true";

    public static IEnumerable<(string Name, YamlNode Value)> Members(this YamlNode? node) =>
        node is YamlMappingNode mapping ? mapping.Children.Select(c => (((YamlScalarNode)c.Key).Value!, c.Value)) : [];

    public static IEnumerable<YamlNode> Items(this YamlNode? node) => node is YamlSequenceNode sequence ? sequence.Children : [];

    /// <summary>The words of a sequence, or the one word that stands for it.</summary>
    public static IEnumerable<string> Words(this YamlNode? node) => node is YamlScalarNode { Value: { } word } ? [word] : node.Items().OfType<YamlScalarNode>().Select(s => s.Value!);
}
