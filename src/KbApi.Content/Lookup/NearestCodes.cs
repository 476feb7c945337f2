using System.Collections.Immutable;
using System.Globalization;
using KbApi.Content.Codes;

namespace KbApi.Content.Lookup;

/// <summary>Finds documented codes close to one that is not documented: by number within a family, by spelling among names.</summary>
internal sealed class NearestCodes
{
    private const int MaxResults = 5;
    private const int MaxNameDistance = 3;

    private readonly ImmutableArray<(CodeKey Key, CodeOwner Owner)> _codes;
    private readonly CodeSchemeSet _schemes;

    public NearestCodes(IEnumerable<CodeOwner> owners, CodeSchemeSet schemes)
    {
        _schemes = schemes;
        _codes = [.. owners.Select(o => (Key: CodeKey.Of(o.Code), Owner: o)).DistinctBy(c => c.Key)
            .OrderBy(c => c.Owner.Code.Value, StringComparer.Ordinal).ThenBy(c => c.Key.Kind).ThenBy(c => c.Key.Value, StringComparer.Ordinal)];
    }

    public ImmutableArray<NearCode> Find(IReadOnlyList<CodeKey> keys)
    {
        var near = _codes
            .Select(c => (c.Owner, Distance: keys.Min(key => DistanceOf(key, c.Key))))
            .Where(c => c.Distance < long.MaxValue)
            .OrderBy(c => c.Distance)
            .Take(MaxResults);
        return keys.Count == 0 ? [] : [.. near.Select(c => new NearCode(c.Owner.Code, c.Owner.EntryId))];
    }

    public CodeFamily? FindFamily(IReadOnlyList<CodeKey> keys)
    {
        foreach (var key in keys)
        {
            var family = key.Kind switch
            {
                'n' => FamilyOfNumber(long.TryParse(key.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1),
                'p' => FamilyOfPrefix(Cut(key.Value)),
                _ => null,
            };
            if (family is not null)
            {
                return family;
            }
        }

        return null;
    }

    private static long DistanceOf(CodeKey wanted, CodeKey documented)
    {
        switch (wanted.Kind, documented.Kind)
        {
            case ('n', 'n') when wanted.Value.Length == documented.Value.Length:
                return NumberDistance(wanted.Value, documented.Value);
            case ('n', 'q') when wanted.Value == documented.Value:
                return 0;
            case ('p', 'p'):
                var (letters, number) = Cut(wanted.Value);
                var (otherLetters, otherNumber) = Cut(documented.Value);
                return letters == otherLetters ? NumberDistance(number, otherNumber) : long.MaxValue;
            case ('x', 'x'):
                var digits = EditDistance.Between(wanted.Value, documented.Value, maximum: 2);
                return digits <= 2 ? digits : long.MaxValue;
            case ('s', 's') when Math.Abs(wanted.Value.Length - documented.Value.Length) <= MaxNameDistance && wanted.Value.Length > MaxNameDistance:
                var distance = EditDistance.Between(wanted.Value, documented.Value, MaxNameDistance);
                return distance <= MaxNameDistance ? distance : long.MaxValue;
            default:
                return long.MaxValue;
        }
    }

    private static (string Letters, string Number) Cut(string prefixed)
    {
        var cut = prefixed.IndexOf('#', StringComparison.Ordinal);
        return (prefixed[..cut], prefixed[(cut + 1)..]);
    }

    private static long NumberDistance(string left, string right) =>
        long.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var a) && long.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var b)
            ? Math.Abs(a - b)
            : long.MaxValue;

    private CodeFamily? FamilyOfNumber(long number)
    {
        foreach (var scheme in _schemes.Schemes.Where(s => s.Patterns.IsEmpty))
        {
            if (scheme.Groups.FirstOrDefault(g => number >= g.From && number <= g.To) is { } group)
            {
                var count = NumbersBetween(group.From, group.To);
                return new CodeFamily(scheme.Id, string.Create(CultureInfo.InvariantCulture, $"{group.From}-{group.To}"), group, count);
            }
        }

        if (number < 1000)
        {
            return null;
        }

        // Numbers of one thousand are what people call a family: 31xxx.
        var thousand = number / 1000;
        var alike = NumbersBetween(thousand * 1000, (thousand * 1000) + 999);
        return alike == 0 ? null : new CodeFamily(BuiltInSchemes.Event, thousand.ToString(CultureInfo.InvariantCulture) + "xxx", Group: null, alike);
    }

    private int NumbersBetween(long from, long to) => _codes.Count(c =>
        c.Key.Kind == 'n' && long.TryParse(c.Key.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= from && n <= to);

    private CodeFamily? FamilyOfPrefix((string Letters, string Number) code)
    {
        var alike = _codes.Where(c => c.Key.Kind == 'p' && Cut(c.Key.Value).Letters == code.Letters).ToList();
        if (alike.Count == 0)
        {
            return null;
        }

        var example = alike[0].Owner.Code;
        var prefix = example.Value.TrimEnd("0123456789").ToString();
        if (_schemes.Schemes.FirstOrDefault(s => s.Id == example.Scheme)?.Groups.FirstOrDefault(g => IsIn(g, code.Number)) is { } group)
        {
            var inGroup = alike.Count(c => IsIn(group, Cut(c.Key.Value).Number));
            return new CodeFamily(example.Scheme, string.Create(CultureInfo.InvariantCulture, $"{prefix}{group.From}-{group.To}"), group, inGroup);
        }

        return new CodeFamily(example.Scheme, prefix, Group: null, alike.Count);
    }

    private static bool IsIn(CodeGroup group, string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= group.From && n <= group.To;
}
