using System.Text.Json;
using System.Text.Json.Nodes;

namespace KbApi.Server.Budget;

/// <summary>
/// Shortens an answer to a number of bytes. What it holds is put in a row, most important first, texts as single sentences; the longest
/// beginning of that row that fits is what is answered.
/// </summary>
internal sealed class JsonTrimmer(AnswerPlan plan, JsonSerializerOptions json)
{
    private const string TruncatedMember = "truncated";
    private const string TitleMember = "title";

    /// <summary>The answer with the members that <c>detail=brief</c> asks for.</summary>
    public JsonObject Brief(JsonObject answer)
    {
        var kept = answer.Where(m => plan.Always.Contains(m.Key) || plan.Brief.Contains(m.Key));
        return new JsonObject(kept.Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
    }

    /// <summary>The answer, or as much of it as fits, marked as truncated; null where not even its smallest form does.</summary>
    public JsonObject? Fit(JsonObject answer, int maxBytes)
    {
        if (SizeOf(answer) <= maxBytes)
        {
            return answer;
        }

        var row = Row(answer);
        var low = 0;
        var high = row.Count;
        JsonObject? best = null;
        while (low <= high)
        {
            var count = (low + high) / 2;
            var candidate = Build(answer, row, count);
            if (SizeOf(candidate) <= maxBytes)
            {
                best = candidate;
                low = count + 1;
            }
            else
            {
                high = count - 1;
            }
        }

        return best is null ? null : WithTitle(answer, best, maxBytes);
    }

    public int SizeOf(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, json).Length;

    /// <summary>The pieces of an answer in the order in which they are let in.</summary>
    private List<Piece> Row(JsonObject answer)
    {
        var row = new List<Piece>();
        foreach (var name in plan.Order.Concat(answer.Select(m => m.Key)).Distinct(StringComparer.Ordinal).Where(n => !plan.Always.Contains(n)))
        {
            if (answer[name] is { } value)
            {
                AddPieces(row, [name], value);
            }
        }

        return plan.Leading.IsEmpty ? row : [.. row.Where(IsLeading), .. row.Where(p => !IsLeading(p))];
    }

    /// <summary>Whether a piece is a leading list itself, its first item, or a part of that which leads.</summary>
    private bool IsLeading(Piece piece) =>
        piece.Path is [string list, ..] && plan.Leading.Contains(list)
        && (piece.Path is [_] or [_, 0] || (piece.Path is [_, 0, string part, ..] && plan.Parts.TryGetValue(list, out var parts) && parts.Brief.Contains(part)));

    private void AddPieces(List<Piece> row, object[] path, JsonNode value)
    {
        switch (value)
        {
            case JsonArray array when array.All(i => i is JsonValue):
                row.Add(new Piece(path, new JsonArray()));
                for (var i = 0; i < array.Count; i++)
                {
                    AddTexts(row, [.. path, i], array[i]!);
                }

                break;
            case JsonArray array:
                row.Add(new Piece(path, new JsonArray()));
                for (var i = 0; i < array.Count; i++)
                {
                    AddItem(row, [.. path, i], array[i]!, plan.Parts.GetValueOrDefault(path[^1] as string ?? ""));
                }

                break;
            case JsonObject inner when path[^1] is string name && plan.Parts.TryGetValue(name, out var parts):
                AddItem(row, path, inner, parts);
                break;
            case JsonObject inner when plan.Divisible.Contains((string)path[^1]):
                row.Add(new Piece(path, Emptied(inner)));
                foreach (var (name, member) in inner)
                {
                    AddPieces(row, [.. path, name], member!);
                }

                break;
            default:
                AddTexts(row, path, value);
                break;
        }
    }

    private void AddItem(List<Piece> row, object[] path, JsonNode item, AnswerPlan? parts)
    {
        if (parts is null || item is not JsonObject members)
        {
            row.Add(new Piece(path, item));
            return;
        }

        row.Add(new Piece(path, new JsonObject(parts.Always.Where(members.ContainsKey).Select(n => KeyValuePair.Create(n, members[n]?.DeepClone())))));
        foreach (var name in parts.Order.Except(parts.Always).Where(members.ContainsKey))
        {
            AddPieces(row, [.. path, name], members[name]!);
        }
    }

    private static void AddTexts(List<Piece> row, object[] path, JsonNode value)
    {
        if (value.GetValueKind() == JsonValueKind.String && (string)value! is { } text)
        {
            foreach (var end in Sentences.EndsOf(text))
            {
                row.Add(new Piece(path, value, end));
            }
        }
        else
        {
            row.Add(new Piece(path, value));
        }
    }

    private JsonObject Build(JsonObject answer, List<Piece> row, int count)
    {
        var result = new JsonObject();
        foreach (var name in plan.Always)
        {
            if (answer[name] is { } value)
            {
                result[name] = value.DeepClone();
            }
        }

        for (var i = 0; i < count; i++)
        {
            // Of a text only the longest of its pieces is put in.
            if (i + 1 == count || !ReferenceEquals(row[i].Path, row[i + 1].Path))
            {
                Put(result, row[i].Path, row[i].ToNode());
            }
        }

        result[TruncatedMember] = true;
        return result;
    }

    private static void Put(JsonObject root, object[] path, JsonNode value)
    {
        JsonNode parent = root;
        foreach (var step in path.AsSpan(0, path.Length - 1))
        {
            parent = step is int i ? parent[i]! : parent[(string)step]!;
        }

        switch (parent, path[^1])
        {
            case (JsonArray array, int i) when i == array.Count:
                array.Add(value);
                break;
            case (JsonArray array, int i):
                array[i] = value;
                break;
            default:
                parent[(string)path[^1]] = value;
                break;
        }
    }

    /// <summary>A title that is longer than the budget is cut at a word: an answer without one helps nobody.</summary>
    private JsonObject WithTitle(JsonObject answer, JsonObject best, int maxBytes)
    {
        if (best[TitleMember] is not null || (string?)answer[TitleMember] is not { } title)
        {
            return best;
        }

        for (var length = title.Length / 2; length > 0; length /= 2)
        {
            best[TitleMember] = Sentences.CutAtWord(title, length);
            if (SizeOf(best) <= maxBytes)
            {
                return best;
            }
        }

        best.Remove(TitleMember);
        return best;
    }

    private static JsonObject Emptied(JsonObject inner) => new(inner.Select(m => KeyValuePair.Create(m.Key, m.Value switch
    {
        JsonArray => new JsonArray(),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => JsonValue.Create(""),
        var other => other?.DeepClone(),
    })));

    /// <summary>A part of an answer, and where it goes. Pieces of one text have one path; each is a sentence longer than the one before.</summary>
    private sealed record Piece(object[] Path, JsonNode Value, int? Length = null)
    {
        public JsonNode ToNode() => Length is { } length ? JsonValue.Create(((string)Value!)[..length].TrimEnd()) : Value.DeepClone();
    }
}
