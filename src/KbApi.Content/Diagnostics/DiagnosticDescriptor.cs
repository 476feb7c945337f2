namespace KbApi.Content.Diagnostics;

/// <summary>What a kind of finding is: its id, its words and how much it matters by default.</summary>
/// <param name="Id">Stable id, never reused: <c>KB</c> and four digits.</param>
/// <param name="Category">The group that settings can address together, for example <c>structure</c>.</param>
/// <param name="DefaultSeverity">The severity where no setting says otherwise.</param>
/// <param name="Title">Short name, without a full stop.</param>
/// <param name="MessageFormat">The message, with <c>{0}</c>-style places for a finding's own values.</param>
public sealed record DiagnosticDescriptor(
    string Id,
    string Category,
    DiagnosticSeverity DefaultSeverity,
    LocalizableText Title,
    LocalizableText MessageFormat)
{
    /// <summary>Where the API explains the finding: its page is an entry of the content.</summary>
    public string HelpLink => "/v1/codes/" + Id;
}
