using System.Text.Json.Nodes;
using KbApi.Server.Budget;
using KbApi.Server.Documents;

namespace KbApi.Server.Mcp.Tools;

/// <summary>What a tool has to say, before it is made to fit a budget; or what is wrong with the call.</summary>
internal abstract record ToolOutcome;

/// <summary>An answer.</summary>
/// <param name="Structured">The answer as data.</param>
/// <param name="Plan">What matters in it.</param>
/// <param name="Text">The same for people, most important first.</param>
internal sealed record ToolAnswer(JsonObject Structured, AnswerPlan Plan, ProseDocument Text) : ToolOutcome
{
    /// <summary>The member whose items get equal shares of a budget, or null where they get what is left in turn.</summary>
    public string? Shared { get; init; }
}

/// <summary>Arguments can't be used.</summary>
/// <param name="Error">The first of them.</param>
internal sealed record ToolRefusal(WrongArgument Error) : ToolOutcome;
