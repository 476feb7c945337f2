using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Content.Alignment;

/// <summary>Changes ids of entries and all that refers to them in an article.</summary>
internal static class EntryRenaming
{
    public static Article Apply(Article article, IReadOnlyDictionary<string, string> names)
    {
        string New(string id) => names.GetValueOrDefault(id, id);
        string? NewOrNull(string? id) => id is null ? null : New(id);
        var operations = article.Operations;
        return article with
        {
            Entries = [.. article.Entries.Select(e => e with
            {
                Id = New(e.Id),
                Discriminators = [.. e.Discriminators.Select(d => d with { Others = [.. d.Others.Select(New)] })],
            })],
            Operations = new OperationModel(
                [.. operations.Operations.Select(o => o with { Start = New(o.Start), Success = NewOrNull(o.Success), Failure = NewOrNull(o.Failure) })],
                [.. operations.States.Select(s => s with { Started = New(s.Started), Stopped = New(s.Stopped) })],
                [.. operations.Heartbeats.Select(h => h with { Id = New(h.Id), Entry = New(h.Entry) })],
                [.. operations.Recurring.Select(New)]),
        };
    }
}
