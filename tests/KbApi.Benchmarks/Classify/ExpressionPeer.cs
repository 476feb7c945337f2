using System.Text.RegularExpressions;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Classify;

/// <summary>
/// A compiled regular expression an entry, one after the other, as a simple classifier has them. They are compiled for some of the entries only,
/// and the time is taken as many times: compiling takes milliseconds each.
/// </summary>
internal sealed class ExpressionPeer
{
    private const int Texts = 20;

    private readonly (Regex Expression, string Code)[] _expressions;

    /// <param name="content">What the entries say.</param>
    /// <param name="most">For how many of them there is an expression.</param>
    public ExpressionPeer(GeneratedContent content, int most)
    {
        var timeout = TimeSpan.FromSeconds(10);
        _expressions = [.. Enumerable.Range(0, Math.Min(most, content.Count)).Select(i => (
            new Regex($@"\b(?:{GeneratedContent.CodeOf(i)}|{Regex.Escape(content.TitleOf(i))})\b", RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, timeout),
            GeneratedContent.CodeOf(i)))];
        Reader = new Reader("regular expressions", Texts, Find, (double)_expressions.Length / content.Count);
    }

    public Reader Reader { get; }

    private string? Find(string text)
    {
        string? found = null;
        foreach (var (expression, code) in _expressions)
        {
            if (expression.IsMatch(text))
            {
                found ??= code;
            }
        }

        return found;
    }
}
