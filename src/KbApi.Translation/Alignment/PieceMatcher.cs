using System.Collections.Immutable;
using System.Globalization;
using KbApi.Translation.Units;

namespace KbApi.Translation.Alignment;

/// <summary>
/// Gives what is protected in a translation the ids that the same has in the original. What the original does not have gets ids of its own.
/// </summary>
internal static class PieceMatcher
{
    private const int FewestBlanksOfMessage = 3;

    /// <summary>The translation under the original's ids.</summary>
    public static UnitText Match(UnitText original, UnitText translation)
    {
        translation = PieceReconciler.Reconcile(original, translation);
        var left = Things(original);
        var right = Things(translation);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var free = left.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var key in new Func<Thing, string?>[] { t => t.Exact, t => t.Alike, t => t.Loose })
        {
            var open = left.Where(t => free.Contains(t.Id) && key(t) is not null).GroupBy(key!, StringComparer.Ordinal).ToDictionary(g => g.Key!, g => new Queue<string>(g.Select(t => t.Id)), StringComparer.Ordinal);
            foreach (var thing in right.Where(t => !ids.ContainsKey(t.Id)))
            {
                if (key(thing) is { } k && open.TryGetValue(k, out var queue) && queue.TryDequeue(out var id))
                {
                    ids[thing.Id] = id;
                    free.Remove(id);
                }
            }
        }

        var added = 0;
        foreach (var thing in right.Where(t => !ids.ContainsKey(t.Id)))
        {
            ids[thing.Id] = "t" + (++added).ToString(CultureInfo.InvariantCulture);
        }

        return new UnitText([.. translation.Pieces.Select(p => p.Kind == PieceKind.Text ? p : p with { Id = ids[p.Id] })]);
    }

    private static List<Thing> Things(UnitText text)
    {
        var ends = text.Pieces.Where(p => p.Kind == PieceKind.End).ToDictionary(p => p.Id, p => p.Raw, StringComparer.Ordinal);
        return [.. text.Pieces.Where(p => p.Kind is PieceKind.Standalone or PieceKind.Start).Select(p => new Thing(p.Id, p.Kind, p.Protects!.Value, p.Raw, ends.GetValueOrDefault(p.Id, "")))];
    }

    /// <summary>Something protected: how it is found again, exactly, nearly, or by what it is alone.</summary>
    private sealed record Thing(string Id, PieceKind Kind, ProtectedKind Protects, string Raw, string End)
    {
        public string Exact => $"{Protects} {Raw} {End}";

        /// <summary>The same tag in another spelling, the same page of another locale.</summary>
        public string? Alike => Protects switch
        {
            ProtectedKind.Tag or ProtectedKind.Break or ProtectedKind.Markup => $"{Protects} {Dense(Raw)}",
            ProtectedKind.Link or ProtectedKind.Image or ProtectedKind.Address => $"{Protects} {WithoutLocale(Raw)} {WithoutLocale(End)}",
            ProtectedKind.Name or ProtectedKind.Code => $"{ProtectedKind.Name} {Raw.Trim('`', ' ')}",
            _ => null,
        };

        /// <summary>
        /// Emphasis is emphasis; a page may stand in another folder, and an anchor have another name; placeholders have names of their own;
        /// sentences in code marks are messages, which are translated.
        /// </summary>
        public string? Loose => Protects switch
        {
            ProtectedKind.Emphasis or ProtectedKind.Strong => "emphasis",
            ProtectedKind.Link or ProtectedKind.Image => $"{Protects} {Kind} {PageOf(End)}",
            ProtectedKind.Placeholder when Raw is ['<', ..] or ['\\', ..] or ['&', ..] => "placeholder",
            ProtectedKind.Code when Raw.AsSpan().Count(' ') >= FewestBlanksOfMessage => "message",
            _ => null,
        };

        /// <summary>The last part of an address, without what follows it; of a reference, nothing.</summary>
        private static string PageOf(string end)
        {
            var address = end.AsSpan(Math.Min(2, end.Length));
            var stop = address.IndexOfAny("?#) ");
            var path = stop < 0 ? address : address[..stop];
            return end.StartsWith("](", StringComparison.Ordinal) ? path[(path.LastIndexOf('/') + 1)..].ToString().ToUpperInvariant() : "";
        }

        private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('/' or '>'))).ToUpperInvariant();

        private static string WithoutLocale(string text) =>
            string.Join('/', text.Split('/').Where(s => !(s.Length == 5 && s[2] == '-' && Content.Model.LocaleTag.TryParse(s, out _)))).ToUpperInvariant();
    }
}
