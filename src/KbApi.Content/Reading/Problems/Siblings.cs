using KbApi.Content.Codes;
using KbApi.Content.Model;
using KbApi.Content.Reading.Titles;

namespace KbApi.Content.Reading.Problems;

/// <summary>
/// The headings of a collection. Where most of them are problems, those that only name something are, too: "common problems" are
/// what stands under it.
/// </summary>
/// <param name="isCollection">Whether the title collects problems; below others, headings may be about anything else as well.</param>
internal sealed class Siblings(bool isCollection)
{
    private const int MinProblems = 2;

    /// <summary>How many problems there have to be for each other heading where the title does not say that it collects them.</summary>
    private const int MinShare = 2;

    private readonly List<Topic> _open = [];
    private int _problems;
    private int _names;

    /// <summary>Below a title about errors, names that are headings one after the other are those of errors.</summary>
    public IEnumerable<Topic> LeftOut => (_problems >= MinProblems && _problems >= _open.Count * (isCollection ? 1 : MinShare)) || (isCollection && _names >= MinProblems && _names * 2 > _open.Count) ? _open : [];

    public void Add(Topic topic, bool isProblem, bool hasProblems)
    {
        _problems += isProblem ? 1 : 0;
        if (!hasProblems && topic.Shape == EntryShape.Heading && topic.Kind is TitleKind.Neutral or TitleKind.Tells or TitleKind.Names or TitleKind.Symbol && topic.Blocks is [not Markdig.Extensions.Tables.Table, ..])
        {
            _open.Add(topic);
            _names += IsName(topic.Title.Text) ? 1 : 0;
        }
    }

    private static bool IsName(ReadOnlySpan<char> title) =>
        Word.IsSnakeCase(title) || Word.IsSymbol(title) || Word.IsConstant(title) || (!title.Contains(' ') && title.Contains('_'));
}
