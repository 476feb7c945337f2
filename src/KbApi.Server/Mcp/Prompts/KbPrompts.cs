using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using KbApi.Content.Model;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;

namespace KbApi.Server.Mcp.Prompts;

/// <summary>Ready-made instructions for what people use the tools for.</summary>
internal sealed class KbPrompts(IOptions<McpSettings> settings)
{
    private const string AnswerError = "answer-error";
    private const string TriageLog = "triage-log";
    private const string LocaleName = "locale";

    private CultureInfo Culture => CultureOf(settings.Value.Locale);

    /// <summary>What clients offer to people.</summary>
    public ImmutableArray<Prompt> Definitions =>
    [
        Define(AnswerError, "AnswerError", ("message", "AnswerError_Message", true), (LocaleName, "Prompt_Locale", false)),
        Define(TriageLog, "TriageLog", ("log", "TriageLog_Log", true), ("ticket", "TriageLog_Ticket", false), (LocaleName, "Prompt_Locale", false)),
    ];

    /// <summary>A prompt, filled in.</summary>
    /// <returns>The prompt; null where there is none of this name. What is wrong with the arguments, or null.</returns>
    public (GetPromptResult? Result, string? Error) Get(string name, IDictionary<string, JsonElement>? arguments)
    {
        if (Definitions.FirstOrDefault(p => p.Name == name) is not { } prompt)
        {
            return (null, null);
        }

        string? Value(string argument) => arguments?.TryGetValue(argument, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        if (prompt.Arguments!.FirstOrDefault(a => a.Required == true && string.IsNullOrWhiteSpace(Value(a.Name))) is { } missing)
        {
            return (null, Wrong(missing.Name, "Missing"));
        }

        var locale = settings.Value.Locale;
        if (Value(LocaleName) is { Length: > 0 } given)
        {
            if (!LocaleTag.TryParse(given, out var parsed))
            {
                return (null, Wrong(LocaleName, "Locale"));
            }

            locale = parsed;
        }

        var culture = CultureOf(locale);
        var text = name == AnswerError
            ? McpTexts.Format("AnswerError_Text", culture, Value("message")!, culture.Name)
            : McpTexts.Format("TriageLog_Text", culture, Value("log")!, culture.Name, Value("ticket") is { Length: > 0 } ticket ? ticket : McpTexts.Get("NoTicket", culture));
        return (new GetPromptResult
        {
            Description = prompt.Description,
            Messages = [new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = text } }],
        }, null);
    }

    private string Wrong(string argument, string reason) => McpTexts.Format("Prefix", Culture, argument, McpTexts.Get(reason, Culture));

    private Prompt Define(string name, string text, params (string Name, string Description, bool IsRequired)[] arguments) => new()
    {
        Name = name,
        Title = McpTexts.Get(text + "_Title", Culture),
        Description = McpTexts.Get(text + "_Description", Culture),
        Arguments = [.. arguments.Select(a => new PromptArgument { Name = a.Name, Description = McpTexts.Get(a.Description, Culture), Required = a.IsRequired })],
    };

    private static CultureInfo CultureOf(LocaleTag? locale) => locale?.ToCulture() ?? CultureInfo.GetCultureInfo("en-US");
}
