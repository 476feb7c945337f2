using System.Globalization;
using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Problems;

namespace KbApi.Server.Http;

/// <summary>The parameters that all reading endpoints understand, and what is wrong with them.</summary>
internal sealed class CommonQuery
{
    private readonly List<InvalidParameter> _errors = [];

    /// <summary>The locale asked for, or null where the query names none.</summary>
    public LocaleTag? Locale { get; private set; }

    public Fallback Fallback { get; private set; } = Fallback.Entry;

    public Detail Detail { get; private set; } = Detail.Standard;

    public int? MaxTokens { get; private set; }

    /// <summary>How many items a page has.</summary>
    public int Limit { get; private set; } = Paging.DefaultLimit;

    public IReadOnlyList<InvalidParameter> Errors => _errors;

    public static CommonQuery Of(IQueryCollection query)
    {
        var common = new CommonQuery();
        foreach (var (name, values) in query)
        {
            common.Read(name, values.Count == 1 ? values[0] ?? "" : values.ToString());
        }

        return common;
    }

    private void Read(string name, string text)
    {
        switch (name)
        {
            case "locale" when LocaleTag.TryParse(text, out var locale):
                Locale = locale;
                break;
            case "locale":
                _errors.Add(new InvalidParameter(name, "Locale", text));
                break;
            case "fallback":
                Fallback = OneOf(name, text, ("entry", Fallback.Entry), ("field", Fallback.Field), ("none", Fallback.None));
                break;
            case "detail":
                Detail = OneOf(name, text, ("brief", Detail.Brief), ("standard", Detail.Standard), ("full", Detail.Full));
                break;
            case "maxTokens":
                MaxTokens = Between(name, text, TokenEstimate.MinTokens, TokenEstimate.MaxTokens);
                break;
            case "limit":
                Limit = Between(name, text, 1, Paging.MaxLimit);
                break;
        }
    }

    private T OneOf<T>(string name, string text, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var words = new List<string>();
        foreach (var (word, value) in choices)
        {
            if (text == word)
            {
                return value;
            }

            words.Add(word);
        }

        _errors.Add(new InvalidParameter(name, "OneOf", text, string.Join(", ", words)));
        return choices[0].Value;
    }

    private int Between(string name, string text, int from, int to)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        _errors.Add(new InvalidParameter(name, "Between", text, from, to));
        return from;
    }
}
