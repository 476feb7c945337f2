using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;

namespace KbApi.Content.Packs;

/// <summary>What a view of a model says as a whole.</summary>
/// <param name="ContentHash">As <see cref="KnowledgeBase.ContentHash"/>.</param>
/// <param name="DefaultLocale">As <see cref="KnowledgeBase.DefaultLocale"/>.</param>
/// <param name="Locales">As <see cref="KnowledgeBase.Locales"/>; places of items name them by number.</param>
/// <param name="Diagnostics">As <see cref="KnowledgeBase.Diagnostics"/>.</param>
/// <param name="Schemes">As in <see cref="KnowledgeBase.Schemes"/>.</param>
internal sealed record ModelFacts(
    string ContentHash, LocaleTag DefaultLocale, ImmutableArray<LocaleTag> Locales, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<CodeScheme> Schemes)
{
    public static ModelFacts Of(KnowledgeBase knowledgeBase) =>
        new(knowledgeBase.ContentHash, knowledgeBase.DefaultLocale, knowledgeBase.Locales, knowledgeBase.Diagnostics, knowledgeBase.Schemes.Schemes);

    public byte[] ToRecord()
    {
        var to = new RecordWriter();
        to.Text(ContentHash);
        to.Text(DefaultLocale.Value);
        to.List(Locales, locale => to.Text(locale.Value));
        to.List(Diagnostics, diagnostic => DiagnosticRecord.Write(to, diagnostic));
        to.List(Schemes, scheme => SchemeRecord.Write(to, scheme));
        return to.ToArray();
    }

    public static ModelFacts Read(ReadOnlySpan<byte> record)
    {
        var from = new RecordReader(record);
        return new ModelFacts(ReadHash(ref from), ReadLocale(ref from), from.List(ReadLocale), from.List(DiagnosticRecord.Read), from.List(SchemeRecord.Read));
    }

    private static string ReadHash(ref RecordReader from) => from.Text() is { Length: 64 } hash ? hash : throw RecordReader.Damaged();

    private static LocaleTag ReadLocale(ref RecordReader from) => LocaleTag.TryParse(from.Text(), out var locale) ? locale : throw RecordReader.Damaged();
}
