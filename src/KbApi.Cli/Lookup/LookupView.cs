using System.Collections.Immutable;
using KbApi.Cli.Terminal;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using Spectre.Console;

namespace KbApi.Cli.Lookup;

/// <summary>Shows entries to people in a terminal.</summary>
internal sealed class LookupView
{
    private readonly ITerminal _terminal;
    private readonly KnowledgeBase _knowledgeBase;
    private readonly ImmutableArray<LocaleTag> _chain;
    private readonly IAnsiConsole _console;

    public LookupView(ITerminal terminal, KnowledgeBase knowledgeBase, ImmutableArray<LocaleTag> chain)
    {
        _terminal = terminal;
        _knowledgeBase = knowledgeBase;
        _chain = chain;
        _console = terminal.CreateConsole();
    }

    public void WriteEntries(IReadOnlyList<string> ids, LocaleTag requested)
    {
        if (ids.Count > 1)
        {
            WriteLine(_terminal.Text("Lookup_Several", ids.Count), Style.Plain);
            _terminal.Output.WriteLine();
        }

        foreach (var id in ids)
        {
            WriteEntry(Resolve(id), requested);
        }
    }

    public void WriteUnknown(string code, CodeLookup lookup)
    {
        WriteLine(_terminal.Text("Lookup_Unknown", code), new Style(Color.Yellow));
        if (lookup.Family is { } family)
        {
            var title = family.Group?.Titles.GetValueOrDefault(_chain[0].Language) ?? family.Group?.Titles.GetValueOrDefault("en");
            WriteLine(title is null
                ? _terminal.Text("Lookup_Family", family.Pattern, family.Count)
                : _terminal.Text("Lookup_NamedFamily", family.Pattern, family.Count, title), Style.Plain);
        }

        if (!lookup.Nearest.IsEmpty)
        {
            _terminal.Output.WriteLine();
            WriteLine(_terminal.Text("Lookup_Nearest"), new Style(decoration: Decoration.Bold));
            foreach (var near in lookup.Nearest)
            {
                WriteIndented($"{near.Code.Value}  {Resolve(near.EntryId).Title.Text.ReplaceLineEndings(" ")}");
            }
        }
    }

    private Entry Resolve(string id) => _knowledgeBase.Entries.Find(id)!.InFirstOf(_chain)!;

    private void WriteEntry(Entry entry, LocaleTag requested)
    {
        WriteLine(entry.Title.Text, new Style(ColorOf(entry.Severity), decoration: Decoration.Bold));
        var codes = string.Join("  ", entry.Codes.Select(c => c.Code.ToString()));
        WriteLine($"{codes}{(codes.Length > 0 ? "  " : "")}{_terminal.Text("Kind_" + entry.Severity)}", new Style(decoration: Decoration.Dim));
        if (entry.Locale.Language != requested.Language)
        {
            WriteLine(_terminal.Text("Lookup_Fallback", requested.Value, entry.Locale.Value), new Style(Color.Yellow));
        }

        WritePart("Lookup_Symptoms", entry.Symptoms.Skip(1).Select(s => s.Text));
        WritePart("Lookup_Meaning", entry.Descriptions.Concat(entry.TechnicalDetails).Select(d => d.Text));
        WritePart("Lookup_Causes", entry.Causes.Select(c => c.Text));
        WritePart("Lookup_Resolution", entry.Resolution?.Paragraphs.Select(p => p.Text) ?? []);
        WritePart("Lookup_TellApart", entry.Discriminators.Select(d => d.Fact.Text));
        WritePart("Lookup_Links", entry.Links.Where(l => l.Target.Contains("://", StringComparison.Ordinal)).Select(l => $"{l.Text}\n{l.Target}"));
        var article = _knowledgeBase.Articles.Find(entry.ArticleId)!.In(entry.Locale)!;
        _terminal.Output.WriteLine();
        WriteLine(_terminal.Text("Lookup_Source_Line", article.Text.Path, entry.StartLine, entry.Id), new Style(decoration: Decoration.Dim));
        _terminal.Output.WriteLine();
    }

    private void WritePart(string title, IEnumerable<string> paragraphs)
    {
        var texts = paragraphs.ToList();
        if (texts.Count > 0)
        {
            _terminal.Output.WriteLine();
            WriteLine(_terminal.Text(title), new Style(decoration: Decoration.Bold));
            foreach (var text in texts)
            {
                WriteIndented(text);
            }
        }
    }

    private void WriteIndented(string text)
    {
        foreach (var line in TextWrapping.Wrap(text, _terminal.Width, indent: 2))
        {
            _terminal.Output.WriteLine(line);
        }
    }

    private void WriteLine(string text, Style style)
    {
        foreach (var line in TextWrapping.Wrap(text, _terminal.Width, indent: 0))
        {
            _console.Write(new Text(line, style));
            _terminal.Output.WriteLine();
        }
    }

    private static Color ColorOf(EntrySeverity severity) => severity switch
    {
        EntrySeverity.Error => Color.Red,
        EntrySeverity.Warning => Color.Yellow,
        _ => Color.Green,
    };
}
