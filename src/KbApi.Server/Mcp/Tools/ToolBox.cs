using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Http;
using KbApi.Server.Snapshots;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;

namespace KbApi.Server.Mcp.Tools;

/// <summary>The tools, and what all calls of them have in common: arguments that are checked, a locale, a detail, a budget.</summary>
internal sealed class ToolBox
{
    private readonly SnapshotStore _store;
    private readonly McpSettings _settings;
    private readonly ImmutableArray<KbTool> _tools;
    private readonly Lazy<ImmutableArray<Tool>> _definitions;
    private readonly JsonSerializerOptions _json = new();
    private readonly ToolBudget _budget;

    public ToolBox(SnapshotStore store, IOptions<McpSettings> settings, IEnumerable<KbTool> tools)
    {
        (_store, _settings, _tools) = (store, settings.Value, [.. tools]);
        ApiJson.Configure(_json);

        // The protocol's library escapes letters beyond ASCII; what is counted has to be what is sent.
        _json.Encoder = JavaScriptEncoder.Default;
        _json.MakeReadOnly();
        _budget = new ToolBudget(_json);
        _definitions = new(() => [.. _tools.Select(t => t.Define(_json))]);
    }

    /// <summary>What clients are told of the tools.</summary>
    public ImmutableArray<Tool> Definitions => _definitions.Value;

    /// <summary>Calls a tool.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="given">What the client sent.</param>
    /// <param name="cancellation">Ends the waiting for content.</param>
    /// <returns>Its answer, or null where there is no such tool.</returns>
    public async ValueTask<CallToolResult?> CallAsync(string name, IDictionary<string, JsonElement>? given, CancellationToken cancellation)
    {
        if (_tools.FirstOrDefault(t => t.Name == name) is not { } tool)
        {
            return null;
        }

        var (arguments, wrong) = ToolArguments.Read(tool.Arguments, given);
        List<WrongArgument> errors = [.. wrong];
        var locale = LocaleOf(arguments, errors);
        var culture = locale?.ToCulture() ?? CultureInfo.GetCultureInfo("en-US");
        var maxBytes = TokenEstimate.BytesFor(errors.Exists(e => e.Name == CommonArguments.MaxTokensName)
            ? TokenEstimate.MinTokens
            : arguments.Integer(CommonArguments.MaxTokensName) ?? CommonArguments.DefaultTokens);
        if (errors.Count > 0)
        {
            return Refuse(errors, culture, maxBytes);
        }

        var snapshot = await _store.GetAsync(cancellation);
        var scope = new AnswerScope(snapshot, RequestLocale.Of(locale, acceptLanguage: null, Fallback.Entry, snapshot.KnowledgeBase)) { Detail = DetailOf(arguments) };
        return await tool.AnswerAsync(new ToolCall(scope, arguments, _json), cancellation) switch
        {
            ToolAnswer answer => _budget.Fit(answer, maxBytes),
            ToolRefusal refusal => Refuse([refusal.Error], culture, maxBytes),
            var other => throw new InvalidOperationException($"The tool {name} answered with {other}; return a ToolAnswer or a ToolRefusal."),
        };
    }

    private LocaleTag? LocaleOf(ToolArguments arguments, List<WrongArgument> errors)
    {
        if (arguments.Text(CommonArguments.LocaleName) is not { Length: > 0 } text)
        {
            return _settings.Locale;
        }

        if (LocaleTag.TryParse(text, out var locale))
        {
            return locale;
        }

        errors.Add(new WrongArgument(CommonArguments.LocaleName, "Locale"));
        return null;
    }

    private static Detail DetailOf(ToolArguments arguments) => arguments.Text(CommonArguments.DetailName) switch
    {
        "brief" => Detail.Brief,
        "full" => Detail.Full,
        _ => Detail.Standard,
    };

    private static CallToolResult Refuse(List<WrongArgument> errors, CultureInfo culture, int maxBytes)
    {
        // Where the budget cuts, all names are still said.
        var lines = errors.Select(e => McpTexts.Format("Prefix", culture, McpTexts.Shorten(e.Name), McpTexts.Format(e.Reason, culture, e.Values)));
        var names = McpTexts.Format("Wrong", culture, string.Join(", ", errors.Select(e => McpTexts.Shorten(e.Name))));
        return ToolBudget.Refuse(string.Join('\n', errors.Count > 1 ? lines.Prepend(names) : lines), maxBytes);
    }
}
