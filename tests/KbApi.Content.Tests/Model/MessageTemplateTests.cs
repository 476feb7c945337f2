using KbApi.Content.Model;

namespace KbApi.Content.Tests.Model;

public sealed class MessageTemplateTests
{
    [Theory]
    [InlineData("Cannot open <path> now", "Cannot open |<path>*| now")]
    [InlineData("User {0} was locked {minutes} ago", "User |{0}*| was locked |{minutes}*| ago")]
    [InlineData("Drive %1 has %ls", "Drive |%1*| has |%ls*")]
    [InlineData("Login failed for '%.*ls'.%d", "Login failed for '|%.*ls*|'.|%d*")]
    [InlineData("%1!s! stopped", "%1!s!*| stopped")]
    [InlineData("Queue XXX is full", "Queue |XXX*| is full")]
    [InlineData("verification failed...", "verification failed|...*")]
    [InlineData("node <a>{b} left", "node |<a>*|{b}*| left")]
    [InlineData("operator 'operator' : 'type1' is no 'class-name_2'", "operator '|operator*|' : '|type1*|' is no 'class-name_2'")]
    [InlineData("The name 'identifier' does not exist in the file 'FileName'", "The name '|identifier*|' does not exist in the file '|FileName*|'")]
    public void Placeholders_are_the_variable_parts(string message, string parts) =>
        Assert.Equal(parts, string.Join('|', MessageTemplate.Parse(message).Parts.Select(p => p.IsVariable ? p.Text + "*" : p.Text)));

    [Theory]
    [InlineData("5 < 6 and 7 > 6")]
    [InlineData("The disk is 100% full")]
    [InlineData("%SystemRoot% is missing")]
    [InlineData("{ \"a\": 1 }")]
    [InlineData("exxxtra")]
    [InlineData("the users'name' and 'localhost' and 'name of it' and 'type")]
    [InlineData("")]
    public void Other_text_is_literal(string message) => Assert.False(MessageTemplate.Parse(message).HasVariables);

    [Fact]
    public void The_parts_joined_are_the_message()
    {
        const string Message = "xxx<a> %s {0}% %1!d! <<b>> {{c}} ... xxxx";

        Assert.Equal(Message, string.Concat(MessageTemplate.Parse(Message).Parts.Select(p => p.Text)));
    }
}
