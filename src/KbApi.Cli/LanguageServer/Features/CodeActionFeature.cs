using System.Collections.Immutable;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Content.Editing;
using KbApi.Content.Model;
using KbApi.Content.Text;
using KbApi.Rules.Syntax;

namespace KbApi.Cli.LanguageServer.Features;

/// <summary>Mends findings, and suppresses them. Each action is tried before it is offered; those for many findings when they are chosen.</summary>
internal sealed class CodeActionFeature(ITerminal terminal, DiagnosticView view, ClientCapabilities client)
{
    /// <summary>The most findings at a place that are tried to be mended.</summary>
    private const int MaxFindings = 5;
    private const string ExampleReason = "reason";

    public ImmutableArray<CodeAction> Find(ContentSnapshot snapshot, Article article, CodeActionParams asked, CancellationToken cancellation)
    {
        var all = snapshot.Find(cancellation)[article.Text.Path].ToList();
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var wantsFixes = CodeActionKinds.IsWanted(CodeActionKinds.QuickFix, asked.Context.Only);
        var here = wantsFixes ? all.Where(d => Overlaps(article.Text, d, asked.Range)).Take(MaxFindings).ToList() : [];
        var trial = new ArticleTrial(snapshot, article);
        foreach (var diagnostic in here.Where(d => ArticleTrial.IsFixable(snapshot, d)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (trial.Mend(d => d.Id == diagnostic.Id && d.Location.Span == diagnostic.Location.Span, cancellation) is { IsEmpty: false } changes)
            {
                actions.Add(new CodeAction(Text(snapshot, "Lsp_Fix", diagnostic.Id, diagnostic.Descriptor.Title.In(snapshot.Settings.Culture)), CodeActionKinds.QuickFix)
                {
                    Diagnostics = [view.Show(snapshot, diagnostic)],
                    IsPreferred = true,
                    Edit = EditOf(snapshot, article.Text, changes),
                });
            }
        }

        foreach (var rule in here.Where(d => ArticleTrial.IsFixable(snapshot, d)).Select(d => d.Id).Distinct(StringComparer.Ordinal))
        {
            if (all.Count(d => d.Id == rule) > 1)
            {
                AddAll(actions, snapshot, article, CodeActionKinds.QuickFix, Text(snapshot, "Lsp_FixRule", rule), rule, cancellation);
            }
        }

        foreach (var diagnostic in here.DistinctBy(d => (d.Id, d.Location.Start.Line)))
        {
            cancellation.ThrowIfCancellationRequested();
            AddSuppressions(actions, snapshot, article, trial, diagnostic, cancellation);
        }

        // Clients that want these name them; a list of all actions at a place has enough without.
        if (asked.Context.Only is { IsDefaultOrEmpty: false } && CodeActionKinds.IsWanted(CodeActionKinds.FixAll, asked.Context.Only) && all.Any(d => ArticleTrial.IsFixable(snapshot, d)))
        {
            AddAll(actions, snapshot, article, CodeActionKinds.FixAll, Text(snapshot, "Lsp_FixAll"), rule: null, cancellation);
        }

        return actions.ToImmutable();
    }

    /// <summary>The action with its edit, made on the text that is there now.</summary>
    public CodeAction Resolve(ContentSnapshot snapshot, Article article, CodeAction action, string? rule, CancellationToken cancellation)
    {
        var changes = new ArticleTrial(snapshot, article).Mend(d => rule is null || d.Id == rule, cancellation);
        return action with { Edit = EditOf(snapshot, article.Text, changes) };
    }

    private void AddAll(
        ImmutableArray<CodeAction>.Builder actions, ContentSnapshot snapshot, Article article, string kind, string title, string? rule, CancellationToken cancellation)
    {
        var action = new CodeAction(title, kind) { Data = new CodeActionData(snapshot.UriOf(article.Text.Path), rule) };
        if (client.ResolvesEdits)
        {
            actions.Add(action);
        }
        else if (Resolve(snapshot, article, action, rule, cancellation) is var resolved && HasEdits(resolved.Edit))
        {
            actions.Add(resolved);
        }
    }

    private void AddSuppressions(
        ImmutableArray<CodeAction>.Builder actions, ContentSnapshot snapshot, Article article, ArticleTrial trial, Diagnostic diagnostic, CancellationToken cancellation)
    {
        // The engine's own findings can't be suppressed.
        if (diagnostic.Id.StartsWith("KB90", StringComparison.Ordinal))
        {
            return;
        }

        var document = new DocumentSyntax(article);
        Add(SuppressionComment.ForLine(document, diagnostic), "Lsp_Suppress");
        Add(SuppressionComment.ForDocument(document, diagnostic), "Lsp_SuppressAll");

        void Add(SuppressionComment? comment, string title)
        {
            if (comment is null || !trial.Takes(diagnostic.Id, comment.With(ExampleReason), cancellation))
            {
                return;
            }

            actions.Add(new CodeAction(Text(snapshot, title, diagnostic.Id), CodeActionKinds.QuickFix)
            {
                Diagnostics = [view.Show(snapshot, diagnostic)],
                Edit = SuppressionOf(snapshot, article.Text, comment),
            });
        }
    }

    /// <summary>The comment with a place for the reason; without one it suppresses nothing, and says so, where the client knows no such places.</summary>
    private WorkspaceEdit SuppressionOf(ContentSnapshot snapshot, SourceText text, SuppressionComment comment)
    {
        var change = new DocumentChange(text.RangeOf(new TextSpan(comment.Position, 0)));
        return EditOf(snapshot, text, [client.HasSnippets
            ? change with { Snippet = new Snippet($"{Escape(comment.Before)}${{1:{Text(snapshot, "Lsp_Reason")}}}{Escape(comment.After)}") }
            : change with { NewText = comment.With("").NewText }]);

        static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal);
    }

    private WorkspaceEdit EditOf(ContentSnapshot snapshot, SourceText text, ImmutableArray<TextChange> changes) =>
        EditOf(snapshot, text, [.. changes.Select(c => new DocumentChange(text.RangeOf(c.Span)) { NewText = c.NewText })]);

    private WorkspaceEdit EditOf(ContentSnapshot snapshot, SourceText text, ImmutableArray<DocumentChange> changes)
    {
        var uri = snapshot.UriOf(text.Path);
        var version = snapshot.Open.GetValueOrDefault(Path.GetFullPath(text.Path))?.Version;
        return client.HasDocumentChanges
            ? new WorkspaceEdit { DocumentChanges = [new DocumentEdit(new VersionedDocumentId(uri, version), changes)] }
            : new WorkspaceEdit { Changes = ImmutableDictionary<string, ImmutableArray<DocumentChange>>.Empty.Add(uri, changes) };
    }

    private static bool HasEdits(WorkspaceEdit? edit) => edit?.DocumentChanges?.Any(d => !d.Edits.IsEmpty) == true || edit?.Changes?.Values.Any(c => !c.IsEmpty) == true;

    private static bool Overlaps(SourceText text, Diagnostic diagnostic, LspRange range)
    {
        var (start, end) = (text.OffsetOf(range.Start), text.OffsetOf(range.End));
        return diagnostic.Location.Span.Start <= end && start <= diagnostic.Location.Span.End;
    }

    private string Text(ContentSnapshot snapshot, string name, params object[] values) => terminal.TextIn(snapshot.Settings.Culture, name, values);
}
