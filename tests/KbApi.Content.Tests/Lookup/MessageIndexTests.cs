using KbApi.Content.Loading;
using KbApi.Content.Lookup;

namespace KbApi.Content.Tests.Lookup;

public sealed class MessageIndexTests
{
    [Theory]
    [InlineData("Cannot open the mailbox {0} on server {1}.", "cannot open the mailbox anna on server mail7.")]
    [InlineData("Cannot open the mailbox %1 of this user.", "Cannot open the mailbox anna of this user.")]
    [InlineData("operator 'operator' : differing operands of type 'type1' and 'type2'", "operator '+=' : differing operands of type 'Foo' and 'int *'")]
    [InlineData("Cannot open the mailbox <name> of this user.", "Cannot open the mailbox anna of this user.")]
    public void A_message_with_values_leads_to_the_one_with_placeholders(string documented, string seen)
    {
        var match = Assert.Single(IndexOf(documented).Find(seen));

        Assert.Equal(MessageMatchKind.Template, match.Kind);
        Assert.Equal(documented, match.Text);
    }

    [Theory]
    [InlineData("Cannot open the mailbox {0} on server {1}.", "Cannot open the calendar anna on server mail7.")]
    [InlineData("Cannot open the mailbox of this user.", "Cannot open the mailbox anna of this user.")]
    [InlineData("Error {0}", "Error of any kind")]
    public void Another_message_does_not(string documented, string seen) => Assert.Empty(IndexOf(documented).Find(seen));

    private static MessageIndex IndexOf(string message)
    {
        var text = $"# Mail\n\n| Error code | Error | Solution |\n|---|---|---|\n| 0x80040001 | `{message}` | Open it again. |\n";
        var knowledgeBase = new KnowledgeBaseLoader().Load([ContentFile.InMemory("mail.md", System.Text.Encoding.UTF8.GetBytes(text))]);
        return new MessageIndex(knowledgeBase.Entries.Items.SelectMany(i => i.Variants));
    }
}
