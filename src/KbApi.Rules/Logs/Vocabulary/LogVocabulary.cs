using System.Collections.Frozen;
using System.Reflection;
using KbApi.Content.Configuration;
using KbApi.Rules.Logs.Reading;

namespace KbApi.Rules.Logs.Vocabulary;

/// <summary>What logs call their fields and levels, in the languages that machines speak. Immutable.</summary>
internal sealed class LogVocabulary
{
    private const string ResourcePrefix = "KbApi.Rules.Logs.Vocabulary.Data.";
    private const int LongestName = 48;

    private readonly FrozenDictionary<string, FieldName> _fields;
    private readonly FrozenDictionary<string, FieldName>.AlternateLookup<ReadOnlySpan<char>> _fieldOf;
    private readonly FrozenDictionary<string, EventLevel> _levels;
    private readonly FrozenDictionary<string, EventLevel>.AlternateLookup<ReadOnlySpan<char>> _levelOf;

    private LogVocabulary(Dictionary<string, FieldName> fields, Dictionary<string, EventLevel> levels, IEnumerable<string> trackingNames)
    {
        _fields = fields.ToFrozenDictionary(StringComparer.Ordinal);
        _fieldOf = _fields.GetAlternateLookup<ReadOnlySpan<char>>();
        _levels = levels.ToFrozenDictionary(StringComparer.Ordinal);
        _levelOf = _levels.GetAlternateLookup<ReadOnlySpan<char>>();
        Tracking = new TrackingIds(trackingNames);
    }

    /// <summary>The words that come with the library.</summary>
    public static LogVocabulary BuiltIn { get; } = LoadBuiltIn();

    /// <summary>Finds tracking ids in texts.</summary>
    public TrackingIds Tracking { get; }

    /// <summary>What a name stands for, or null where it is no field's.</summary>
    public FieldName? FieldOf(ReadOnlySpan<char> name)
    {
        Span<char> form = stackalloc char[LongestName];
        return Normalize(name, form) is var length and > 0 && _fieldOf.TryGetValue(form[..length], out var field) ? field : null;
    }

    /// <summary>The level that a word or a number (as Windows counts: 1 critical to 5 verbose) means, or null.</summary>
    public EventLevel? LevelOf(ReadOnlySpan<char> word)
    {
        word = word.Trim();
        if (word.Length == 1 && word[0] is >= '0' and <= '5')
        {
            return word[0] == '0' ? EventLevel.Information : (EventLevel)(5 - (word[0] - '0'));
        }

        Span<char> form = stackalloc char[LongestName];
        return Normalize(word, form) is var length and > 0 && _levelOf.TryGetValue(form[..length], out var level) ? level : null;
    }

    /// <summary>Letters and digits in lower case; 0 for a name that is longer than any that is known.</summary>
    private static int Normalize(ReadOnlySpan<char> name, Span<char> form)
    {
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                if (length == form.Length)
                {
                    return 0;
                }

                form[length++] = char.ToLowerInvariant(c);
            }
        }

        return length;
    }

    private static LogVocabulary LoadBuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var fields = new Dictionary<string, FieldName>(StringComparer.Ordinal);
        var levels = new Dictionary<string, EventLevel>(StringComparer.Ordinal);
        var trackingNames = new List<string>();

        // The names that programs use come before those of languages: "common" is read first.
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .OrderBy(n => !n.EndsWith(".common.yaml", StringComparison.Ordinal)).ThenBy(n => n, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var file = ConfigurationYaml.Read<LogVocabularyFile>(reader.ReadToEnd());
            Add(file, fields, levels);

            // A name with dots is a path in JSON; no text has it.
            trackingNames.AddRange(file.Fields.GetValueOrDefault("trackingId", []).Where(n => !n.Contains('.', StringComparison.Ordinal) || n.Contains(' ', StringComparison.Ordinal)));
        }

        return new LogVocabulary(fields, levels, trackingNames);
    }

    private static void Add(LogVocabularyFile file, Dictionary<string, FieldName> fields, Dictionary<string, EventLevel> levels)
    {
        Span<char> form = stackalloc char[LongestName];
        foreach (var (field, names) in file.Fields)
        {
            for (var rank = 0; rank < names.Count; rank++)
            {
                var key = form[..Normalize(names[rank], form)].ToString();
                var name = new FieldName(Enum.Parse<LogField>(field, ignoreCase: true), rank, file.DateOrder);

                // "Computer" is the same word in several languages, and says nothing of the order of dates.
                fields[key] = fields.TryGetValue(key, out var known) ? known with { Dates = known.Dates == name.Dates ? known.Dates : null } : name;
            }
        }

        foreach (var (level, words) in file.Levels)
        {
            foreach (var word in words)
            {
                levels.TryAdd(form[..Normalize(word, form)].ToString(), Enum.Parse<EventLevel>(level, ignoreCase: true));
            }
        }
    }
}
