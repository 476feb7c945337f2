using KbApi.Content.Model;

namespace KbApi.Cli.Watch.Pages;

/// <summary>
/// Paths of documents as a page shows them: where the content was given as an absolute path, from its own folder on.
/// </summary>
internal sealed class ShownPaths
{
    private readonly int _hidden;

    public ShownPaths(KnowledgeBase knowledgeBase)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        ReadOnlySpan<char> common = default;
        var isFirst = true;
        foreach (var article in knowledgeBase.Articles.Items.SelectMany(a => a.Variants))
        {
            var path = article.Text.Path;
            if (!Path.IsPathRooted(path))
            {
                continue;
            }

            var folder = path.AsSpan(0, Math.Max(0, path.LastIndexOf('/')));
            common = isFirst ? folder : CommonFolder(common, folder);
            isFirst = false;
        }

        _hidden = common.LastIndexOf('/') + 1;
    }

    public string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return !Path.IsPathRooted(path) ? path : path.Length > _hidden && _hidden > 1 ? path[_hidden..] : path.TrimStart('/');
    }

    private static ReadOnlySpan<char> CommonFolder(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var length = left.CommonPrefixLength(right);
        var isWhole = (length == left.Length || left[length] == '/') && (length == right.Length || right[length] == '/');
        return isWhole ? left[..length] : left[..Math.Max(0, left[..length].LastIndexOf('/'))];
    }
}
