using System.Globalization;
using System.Text.Json;
using KbApi.Reports.Insights;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Problems;

namespace KbApi.Server.Insights;

/// <summary>Reads the parameters that insights have, and names those that can't be used.</summary>
internal static class InsightParameters
{
    public const int MaxDays = 400;

    public static IResult? Number(ApiRequest request, string name, string? text, int otherwise, int from, int to, out int value)
    {
        value = otherwise;
        return text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= from && value <= to)
            ? null
            : ApiProblem.InvalidParameter(request.Context, name, "Between", text, from, to);
    }

    /// <summary>One of the names of an enumeration in camel case; null where none is given.</summary>
    public static IResult? OneOf<T>(ApiRequest request, string name, string? text, out T? value, params T[] choices)
        where T : struct, Enum
    {
        value = null;
        var all = choices.Length > 0 ? choices : Enum.GetValues<T>();
        foreach (var choice in all)
        {
            if (text == NameOf(choice))
            {
                value = choice;
            }
        }

        return text is null || value is not null ? null : ApiProblem.InvalidParameter(request.Context, name, "OneOf", text, string.Join(", ", all.Select(NameOf)));
    }

    public static IReadOnlyList<CountResponse> Map(IEnumerable<GapCount> counts) => [.. counts.Select(c => new CountResponse { Key = c.Key, Count = c.Count })];

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
