using System.Collections.Immutable;
using System.Text;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;

namespace KbApi.Content.Operations;

/// <summary>Derives operations, states and signs of life from the names and texts of the entries of one article.</summary>
internal sealed class OperationReader(Lexicon lexicon)
{
    public OperationModel Read(ImmutableArray<Entry> entries)
    {
        if (!entries.Any(MayTell))
        {
            return OperationModel.Empty;
        }

        var named = entries.Select(e => (Entry: e, Name: NameOf(e))).Where(e => e.Name is not null)
            .GroupBy(e => (e.Entry.Source, e.Name!.Value.Stem))
            .Select(g => g.Select(e => (e.Entry, e.Name!.Value.Outcome)).ToList())
            .ToList();
        return new OperationModel(
            [.. named.Select(ReadOperation).OfType<Operation>()],
            [.. named.Select(ReadState).OfType<ServiceState>()],
            [.. entries.Select(ReadHeartbeat).OfType<Heartbeat>()],
            [.. entries.Where(IsRecurring).Select(e => e.Id)]);
    }

    /// <summary>Whether an entry has what tells anything of operations: most documents' entries have not.</summary>
    private static bool MayTell(Entry entry) =>
        entry.Severity == EntrySeverity.Warning || SymbolOf(entry) is not null || IntervalOf(entry) is not null;

    private static OutcomeName? NameOf(Entry entry) => SymbolOf(entry) is { } symbol ? OutcomeName.Read(symbol.Code.Value) : null;

    private static EntryCode? SymbolOf(Entry entry)
    {
        foreach (var code in entry.Codes)
        {
            if (code.Role == CodeRole.Identifying && Word.IsSymbol(code.Code.Value))
            {
                return code;
            }
        }

        return null;
    }

    private static Constraint? IntervalOf(Entry entry)
    {
        foreach (var constraint in entry.Constraints)
        {
            if (constraint.Kind == ConstraintKind.Interval)
            {
                return constraint;
            }
        }

        return null;
    }

    private static Operation? ReadOperation(List<(Entry Entry, Outcome Outcome)> group)
    {
        var start = Find(group, Outcome.Start);
        var success = Find(group, Outcome.Success);
        var failure = Find(group, Outcome.Failure) ?? Find(group, Outcome.Error);
        if (start is null || (success ?? failure) is null)
        {
            return null;
        }

        var name = StemOf(start);
        return new Operation
        {
            Id = IdOf(start, name),
            ArticleId = start.ArticleId,
            Locale = start.Locale,
            Section = start.Section,
            Span = start.Span,
            StartLine = start.StartLine,
            EndLine = start.EndLine,
            Name = name,
            Source = start.Source,
            Start = start.Id,
            Success = success?.Id,
            Failure = failure?.Id,
        };
    }

    private static ServiceState? ReadState(List<(Entry Entry, Outcome Outcome)> group)
    {
        if (Find(group, Outcome.Started) is not { } started || Find(group, Outcome.Stopped) is not { } stopped)
        {
            return null;
        }

        var name = StemOf(started);
        return new ServiceState
        {
            Id = IdOf(started, name),
            ArticleId = started.ArticleId,
            Locale = started.Locale,
            Section = started.Section,
            Span = started.Span,
            StartLine = started.StartLine,
            EndLine = started.EndLine,
            Name = name,
            Source = started.Source,
            Started = started.Id,
            Stopped = stopped.Id,
        };
    }

    private Heartbeat? ReadHeartbeat(Entry entry)
    {
        if (IntervalOf(entry) is not { } interval || !TextsOf(entry).Any(t => lexicon.Heartbeat.IsIn(t)))
        {
            return null;
        }

        return new Heartbeat
        {
            Id = entry.Id,
            ArticleId = entry.ArticleId,
            Locale = entry.Locale,
            Section = entry.Section,
            Span = entry.Span,
            StartLine = entry.StartLine,
            EndLine = entry.EndLine,
            Entry = entry.Id,
            Source = entry.Source,
            Interval = interval.Quantity,
        };
    }

    private bool IsRecurring(Entry entry) =>
        entry.Severity == EntrySeverity.Warning && TextsOf(entry).Any(t => lexicon.Repeated.IsIn(t));

    private static IEnumerable<string> TextsOf(Entry entry) =>
        [.. entry.Descriptions.Select(d => d.Text), .. entry.Causes.Select(c => c.Text), entry.Resolution?.Text ?? ""];

    private static Entry? Find(List<(Entry Entry, Outcome Outcome)> group, Outcome outcome) =>
        group.FirstOrDefault(e => e.Outcome == outcome).Entry;

    private static string StemOf(Entry entry) => NameOf(entry)!.Value.Stem;

    private static string IdOf(Entry entry, string name)
    {
        var slug = new StringBuilder(entry.ArticleId).Append('/');
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]) && !char.IsAsciiLetterUpper(name[i - 1]))
            {
                slug.Append('-');
            }

            slug.Append(char.ToLowerInvariant(name[i]));
        }

        return slug.ToString();
    }
}
