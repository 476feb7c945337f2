using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

public sealed class MessageTests
{
    [Theory]
    [InlineData("The user sees \"[|Not on this machine|]\".")]
    [InlineData("It says \u201C[|no such user|]\u201D or \u201D[|no such host|]\u201D.")]
    [InlineData("Den s\u00E4ger \u201D: [|fel vid anslutning|]\u201D")]
    [InlineData("\u00AB[|pas de r\u00E9seau|]\u00BB, \u201E[|kein Netz|]\u201C, \u300C[|\u30A8\u30E9\u30FC\u3067\u3059|]\u300D")]
    [InlineData("The log has `[|Error getting token|]`.")]
    [InlineData("It shows **[|You are not allowed here|]**.")]
    [InlineData("It shows **\"[|You are not allowed here|]\"**.")]
    [InlineData("It shows **[|You are \"not\" allowed here|]**.")]
    [InlineData("Open **Save as**, \"Yes\" or `config`.")]
    [InlineData("An \"unbalanced quote")]
    [InlineData("\"\" and \"   \" and \": \"")]
    public void What_a_symptom_quotes_is_a_message(string marked)
    {
        var prefix = "# Errors\n\n| Error | Solution |\n|---|---|\n| ";
        var (text, spans) = Marked.Parse(marked);
        var entry = Assert.Single(Documents.Read($"{prefix}{text} | Wait. |\n").Entries);

        Assert.Equal(spans.Select(s => (s.Start, s.Length)), entry.Messages.Select(m => (m.Span.Start - prefix.Length, m.Span.Length)));
        Assert.All(entry.Messages, m => Assert.True(m.IsLiteral));
    }

    [Theory]
    [InlineData("| Code | Message | Description |", "| 5 | Access is denied | x |", "Access is denied")]
    [InlineData("| Code | Message | Description |", "| 5 | \u201CAccess is denied\u201D | x |", "Access is denied")]
    [InlineData("| Code | Name/message | Description |", "| 5 | Access is denied | x |", "Access is denied")]
    [InlineData("| Code | Name/message | Description |", "| 5 | AccessDenied | x |", "")]
    [InlineData("| Code | Name | Description |", "| 5 | `AccessDenied` | x |", "")]
    [InlineData("| Code | Message | Description |", "| 5 |  | x |", "")]
    public void A_message_cell_is_one(string header, string row, string messages) =>
        Assert.Equal(messages, string.Join('|', Documents.ReadRow(header, row).Messages.Select(m => m.Text)));
}
