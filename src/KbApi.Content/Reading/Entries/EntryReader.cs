using System.Collections.Immutable;
using KbApi.Content.Identity;
using KbApi.Content.Model;
using KbApi.Content.Reading.Problems;
using KbApi.Content.Reading.Tables;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Entries;

/// <summary>Reads the entries of a document: finds what may be one in tables and below titles, makes entries of it, and gives them their ids.</summary>
internal sealed class EntryReader(DocumentContext context, TableReader tables)
{
    /// <summary>The entries, in the order of the document.</summary>
    /// <param name="topics">The document by its titles.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="procedures">Its procedures, which resolutions lead to.</param>
    public ImmutableArray<Entry> Read(Topic topics, ImmutableArray<Section> sections, ImmutableArray<Procedure> procedures)
    {
        var builder = new EntryBuilder(context, procedures);
        var entries = new List<Entry>();
        foreach (var draft in FindDrafts(topics, procedures))
        {
            if (builder.Build(draft) is { } entry)
            {
                entries.Add(entry);
            }
        }

        if (entries.Count == 0)
        {
            return [];
        }

        var identified = EntryIds.Assign(context.ArticleId, InOrder(entries), context.Source);
        return LookAlikes.Discriminate(identified, sections);
    }

    /// <summary>The entries in the order of the document, as those of most documents are already.</summary>
    private static List<Entry> InOrder(List<Entry> entries)
    {
        for (var i = 1; i < entries.Count; i++)
        {
            if (entries[i].Span < entries[i - 1].Span)
            {
                return [.. entries.OrderBy(e => e.Span)];
            }
        }

        return entries;
    }

    /// <summary>Rows of tables, and problems of all other shapes; a row that only leads to one of these is joined with it.</summary>
    private IReadOnlyList<EntryDraft> FindDrafts(Topic topics, ImmutableArray<Procedure> procedures)
    {
        var rows = new List<EntryDraft>();
        foreach (var section in context.Outline.Sections)
        {
            Block? before = null;
            foreach (var block in section.Blocks)
            {
                ReadTables(block, before, section, rows);
                before = block;
            }
        }

        var tabled = new HashSet<OutlineSection>();
        foreach (var row in rows)
        {
            // Most rows come from the section of the one before.
            if (!tabled.Contains(row.Section) && !IndexRows.IsLinked(row))
            {
                tabled.Add(row.Section);
            }
        }

        var problems = new ProblemReader(context, tabled).Read(topics);
        if (rows.Count == 0)
        {
            return problems;
        }

        return new IndexRows(context, topics, procedures).Join(rows, problems);
    }

    private void ReadTables(Block block, Block? before, OutlineSection section, List<EntryDraft> rows)
    {
        if (block is Table table)
        {
            tables.Read(table, before, section, rows);
        }
        else if (block is ContainerBlock container)
        {
            for (var i = 0; i < container.Count; i++)
            {
                ReadTables(container[i], i > 0 ? container[i - 1] : null, section, rows);
            }
        }
    }
}
