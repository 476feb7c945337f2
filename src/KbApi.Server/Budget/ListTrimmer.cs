using System.Text.Json;
using System.Text.Json.Nodes;

namespace KbApi.Server.Budget;

/// <summary>Shortens answers that are lists: whole items as long as they fit, and at least one, shortened where it must be.</summary>
internal static class ListTrimmer
{
    /// <summary>As many items as fit into a budget.</summary>
    /// <param name="items">The items.</param>
    /// <param name="plan">What matters in an item.</param>
    /// <param name="frame">The answer around a number of items, without them.</param>
    /// <param name="member">The member that holds them.</param>
    /// <param name="maxBytes">The budget.</param>
    /// <param name="json">How it becomes bytes.</param>
    /// <returns>The answer, or null where not even one item fits.</returns>
    public static JsonObject? Fit(
        IReadOnlyList<JsonObject> items, AnswerPlan plan, Func<int, JsonObject> frame, string member, int maxBytes, JsonSerializerOptions json)
    {
        var trimmer = new JsonTrimmer(plan, json);
        var sizes = items.Select(trimmer.SizeOf).ToList();
        for (var count = items.Count; count > 0; count--)
        {
            // Commas between items count, and so does the mark.
            var answer = frame(count);
            answer[member] = new JsonArray();
            if (trimmer.SizeOf(answer) + sizes.Take(count).Sum() + count <= maxBytes)
            {
                answer[member] = new JsonArray([.. items.Take(count).Select(i => i.DeepClone())]);
                return answer;
            }
        }

        var single = frame(1);
        single["truncated"] = true;
        single[member] = new JsonArray();
        if (trimmer.Fit(items[0], maxBytes - trimmer.SizeOf(single)) is not { } item)
        {
            return null;
        }

        single[member] = new JsonArray(item);
        return single;
    }

    /// <summary>All items where their smallest forms fit, each with its share of the budget; else the first of them.</summary>
    public static JsonObject? FitAll(
        IReadOnlyList<JsonObject> items, AnswerPlan plan, JsonObject frame, string member, int maxBytes, JsonSerializerOptions json)
    {
        var trimmer = new JsonTrimmer(plan, json);
        frame["truncated"] = true;
        frame[member] = new JsonArray();
        var room = maxBytes - trimmer.SizeOf(frame);
        for (var count = items.Count; count > 0; count--)
        {
            var left = room - count + 1;
            var kept = new List<JsonNode>();
            foreach (var item in items.Take(count))
            {
                if (trimmer.Fit(item, left / (count - kept.Count)) is { } fitting)
                {
                    left -= trimmer.SizeOf(fitting);
                    kept.Add(fitting.DeepClone());
                }
            }

            if (kept.Count == count)
            {
                frame[member] = new JsonArray([.. kept]);
                return frame;
            }
        }

        return null;
    }
}
