using KbApi.Content.Model;

namespace KbApi.Content.Packs;

/// <summary>Roles that entries play together, in records.</summary>
internal static class OperationRecord
{
    public static void Write(RecordWriter to, OperationModel model)
    {
        to.List(model.Operations, operation =>
        {
            ItemRecord.Write(to, operation);
            to.Text(operation.Name);
            to.Text(operation.Source);
            to.Text(operation.Start);
            to.Text(operation.Success);
            to.Text(operation.Failure);
        });
        to.List(model.States, state =>
        {
            ItemRecord.Write(to, state);
            to.Text(state.Name);
            to.Text(state.Source);
            to.Text(state.Started);
            to.Text(state.Stopped);
        });
        to.List(model.Heartbeats, heartbeat =>
        {
            ItemRecord.Write(to, heartbeat);
            to.Text(heartbeat.Entry);
            to.Text(heartbeat.Source);
            EntryRecord.WriteQuantity(to, heartbeat.Interval);
        });
        to.List(model.Recurring, to.Text);
    }

    public static OperationModel Read(ref RecordReader from, LocaleTag locale) => new(
        from.List((ref reader) => ReadOperation(ref reader, locale)),
        from.List((ref reader) => ReadState(ref reader, locale)),
        from.List((ref reader) => ReadHeartbeat(ref reader, locale)),
        from.Texts());

    private static Operation ReadOperation(ref RecordReader from, LocaleTag locale)
    {
        var head = ItemRecord.Read(ref from);
        return new Operation
        {
            Id = head.Id,
            Locale = locale,
            ArticleId = head.ArticleId,
            Section = head.Section,
            Span = head.Span,
            StartLine = head.StartLine,
            EndLine = head.EndLine,
            Name = from.Text(),
            Source = from.OptionalText(),
            Start = from.Text(),
            Success = from.OptionalText(),
            Failure = from.OptionalText(),
        };
    }

    private static ServiceState ReadState(ref RecordReader from, LocaleTag locale)
    {
        var head = ItemRecord.Read(ref from);
        return new ServiceState
        {
            Id = head.Id,
            Locale = locale,
            ArticleId = head.ArticleId,
            Section = head.Section,
            Span = head.Span,
            StartLine = head.StartLine,
            EndLine = head.EndLine,
            Name = from.Text(),
            Source = from.OptionalText(),
            Started = from.Text(),
            Stopped = from.Text(),
        };
    }

    private static Heartbeat ReadHeartbeat(ref RecordReader from, LocaleTag locale)
    {
        var head = ItemRecord.Read(ref from);
        return new Heartbeat
        {
            Id = head.Id,
            Locale = locale,
            ArticleId = head.ArticleId,
            Section = head.Section,
            Span = head.Span,
            StartLine = head.StartLine,
            EndLine = head.EndLine,
            Entry = from.Text(),
            Source = from.OptionalText(),
            Interval = EntryRecord.ReadQuantity(ref from),
        };
    }
}
