using System.Buffers;
using System.Globalization;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Editing;

/// <summary>What an edit was meant to do.</summary>
/// <param name="Entry">The entry before.</param>
/// <param name="Field">The field.</param>
/// <param name="Old">The place in the text before.</param>
/// <param name="New">The place in the text after.</param>
/// <param name="Expected">What is to be read there.</param>
/// <param name="MayRename">Whether the entry may get another id.</param>
internal sealed record IntendedEdit(Entry Entry, EntryField Field, TextSpan Old, TextSpan New, string Expected, bool MayRename);

/// <summary>Compares what was read before and after an edit: it has to be that edit and nothing else.</summary>
internal sealed class EditVerifier(KnowledgeBase before, KnowledgeBase after)
{
    /// <summary>What stands in a cell that says nothing.</summary>
    private static readonly SearchValues<char> Fillers = SearchValues.Create(" -\u2013\u2014/.\u00A0");

    /// <summary>Why the edit must not be made, or null where it is what was meant.</summary>
    public EditRefusal? Verify(Article article, IntendedEdit edit)
    {
        var now = after.Articles.Items.SelectMany(a => a.Variants).FirstOrDefault(v => v.Text.Path == article.Text.Path);
        if (now is null || now.Id != article.Id || now.Locale != article.Locale)
        {
            return EditRefusal.Of(EditProblem.ChangesDocument, "article");
        }

        if (now.Entries.Length != article.Entries.Length)
        {
            return EditRefusal.Of(EditProblem.ChangesEntries, Number(article.Entries.Length), Number(now.Entries.Length));
        }

        var index = article.Entries.IndexOf(edit.Entry);
        return CompareFindings(article, now)
            ?? CompareEdited(edit, now.Entries[index])
            ?? CompareDocument(article, now, edit)
            ?? CompareOthers(edit);
    }

    private static EditRefusal? CompareFindings(Article article, Article now)
    {
        var known = article.Diagnostics.CountBy(d => d.Id).ToDictionary(StringComparer.Ordinal);
        var added = now.Diagnostics.CountBy(d => d.Id).FirstOrDefault(p => p.Value > known.GetValueOrDefault(p.Key)).Key;
        return added is null ? null
            : EditRefusal.Of(EditProblem.NewFinding, now.Diagnostics.Last(d => d.Id == added).GetMessage(CultureInfo.InvariantCulture));
    }

    private static EditRefusal? CompareEdited(IntendedEdit edit, Entry now)
    {
        if (!edit.MayRename && now.Id != edit.Entry.Id)
        {
            return EditRefusal.Of(EditProblem.ChangesId, edit.Entry.Id, now.Id);
        }

        return CompareAround(edit, now) ?? CompareWithin(edit, now);
    }

    /// <summary>What the entry says elsewhere is what it said.</summary>
    private static EditRefusal? CompareAround(IntendedEdit edit, Entry now)
    {
        var had = EntryText.Of(edit.Entry).Where(i => !Touches(i.Span, edit.Old)).ToList();
        var has = EntryText.Of(now).Where(i => !Touches(i.Span, edit.New)).ToList();
        for (var i = 0; i < Math.Max(had.Count, has.Count); i++)
        {
            var (old, current) = (i < had.Count ? had[i] : default, i < has.Count ? has[i] : default);
            if (old.Field != current.Field || old.Text != current.Text)
            {
                return EditRefusal.Of(EditProblem.ChangesField, old.Field ?? current.Field, old.Text ?? "", current.Text ?? "");
            }
        }

        return edit.Entry.Anchor != now.Anchor ? EditRefusal.Of(EditProblem.ChangesField, "anchor", edit.Entry.Anchor ?? "", now.Anchor ?? "") : null;
    }

    /// <summary>In the place of the edit stands what was meant, all of it and as the field that was meant.</summary>
    private static EditRefusal? CompareWithin(IntendedEdit edit, Entry now)
    {
        var within = EntryText.Of(now).Where(i => Touches(i.Span, edit.New) && i.Field != "link" && i.Field != "code").ToList();
        var isName = edit.Field is EntryField.Title or EntryField.Symptom or EntryField.Message or EntryField.Code;
        var name = EntryText.NameOf(edit.Field);
        if (!isName && within.Find(i => i.Field != name) is { Field: { } other })
        {
            return EditRefusal.Of(EditProblem.BecomesOtherField, name, other);
        }

        if (within.Find(i => !edit.New.Contains(i.Span) && !isName) is { Text: { } wider })
        {
            return EditRefusal.Of(EditProblem.ReadsDifferently, wider, edit.Expected);
        }

        var reads = edit.Field == EntryField.Code
            ? null
            : Joined(within.Where(i => i.Field == name).Select(i => i.Text));
        var isRead = edit.Field switch
        {
            EntryField.Code => EntryText.Of(now).Any(i => i.Field == "code" && Touches(i.Span, edit.New)),
            EntryField.Title => reads!.Length > 0 && Joined([edit.Expected]).StartsWith(reads, StringComparison.Ordinal),
            _ => reads == Joined([edit.Expected]) || (reads!.Length == 0 && IsFiller(edit.Expected)),
        };
        return isRead ? null : EditRefusal.Of(EditProblem.ReadsDifferently, string.Join("\n\n", within.Where(i => i.Field == name).Select(i => i.Text)), edit.Expected);
    }

    private static EditRefusal? CompareDocument(Article article, Article now, IntendedEdit edit)
    {
        var sameSections = article.Sections.Length == now.Sections.Length && article.Sections.Zip(now.Sections).All(s =>
            s.First.Level == s.Second.Level
            && ((s.First.Title.Text == s.Second.Title.Text && s.First.Anchor == s.Second.Anchor)
                || (Touches(s.First.Title.Span, edit.Old) && (edit.MayRename || s.First.Anchor == s.Second.Anchor))));
        return !sameSections ? EditRefusal.Of(EditProblem.ChangesDocument, "sections")
            : !Outside(article.Procedures, edit.Old).SequenceEqual(Outside(now.Procedures, edit.New)) ? EditRefusal.Of(EditProblem.ChangesDocument, "procedures")
            : article.Ladders.Length != now.Ladders.Length ? EditRefusal.Of(EditProblem.ChangesDocument, "ladders")
            : article.Checklists.Length != now.Checklists.Length ? EditRefusal.Of(EditProblem.ChangesDocument, "checklists")
            : null;
    }

    private static IEnumerable<string> Outside(IEnumerable<Procedure> procedures, TextSpan span) =>
        procedures.Where(p => !Touches(p.Span, span)).Select(p => $"{p.Title.Text} {p.Steps.Length}");

    /// <summary>All other entries, in every document and locale, say what they said under the ids that they had.</summary>
    private EditRefusal? CompareOthers(IntendedEdit edit)
    {
        foreach (var (old, current) in Articles(before).Zip(Articles(after)))
        {
            if (old.Text.Path != current.Text.Path || old.Entries.Length != current.Entries.Length)
            {
                return EditRefusal.Of(EditProblem.ChangesDocument, old.Text.Path);
            }

            for (var i = 0; i < old.Entries.Length; i++)
            {
                var (a, b) = (old.Entries[i], current.Entries[i]);
                var isRenamed = edit.MayRename && a.Id == edit.Entry.Id;
                if (!ReferenceEquals(a, edit.Entry) && ((a.Id != b.Id && !isRenamed) || !EntryText.Same(a, b)))
                {
                    return EditRefusal.Of(EditProblem.ChangesEntry, a.Id);
                }
            }
        }

        return null;
    }

    private static IEnumerable<Article> Articles(KnowledgeBase knowledgeBase) =>
        knowledgeBase.Articles.Items.SelectMany(a => a.Variants).OrderBy(v => v.Text.Path, StringComparer.Ordinal);

    private static bool Touches(TextSpan a, TextSpan b) => a.Start < b.End && b.Start < a.End;

    /// <summary>Texts without blanks: paragraphs are joined in more than one way.</summary>
    private static string Joined(IEnumerable<string> texts) => string.Concat(string.Concat(texts).Where(c => !char.IsWhiteSpace(c)));

    private static bool IsFiller(string text) => !text.AsSpan().ContainsAnyExcept(Fillers);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
