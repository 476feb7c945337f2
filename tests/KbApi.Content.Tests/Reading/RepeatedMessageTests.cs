using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Messages of entries with titles: quotations, what titles quote, what explanations name.</summary>
public sealed class RepeatedMessageTests
{
    [Theory]
    [InlineData("> 'pump' : a closed pump can't run")]
    [InlineData("> The pump is unable to start.")]
    [InlineData("'pump' : a closed pump can't run")]
    [InlineData("closed pumps can't run")]
    [InlineData("The pump 'name' can't run")]
    public void What_stands_right_below_a_code_is_its_message(string line)
    {
        var entry = Read($"# Compiler Error C2901\n\n{line}\n\n## Remarks\n\nOpen the valve.\n");

        Assert.Equal(line.TrimStart('>', ' '), Assert.Single(entry.Messages).Text);
        Assert.Equal("Open the valve.", entry.Resolution?.Text);
        Assert.Empty(entry.Descriptions);
    }

    [Theory]
    [InlineData("> [!NOTE]\n> This article is about pumps")]
    [InlineData("> **Note** for owners of pumps")]
    [InlineData("> See [pumps](pumps.md)")]
    [InlineData("> This page is for owners of pumps.")]
    [InlineData("The pump runs although it is closed.")]
    [InlineData("Pumps and valves")]
    [InlineData("check the 'valve' of the pump")]
    public void What_a_writer_says_below_a_code_is_none(string line) =>
        Assert.Empty(Read($"# Compiler Error C2901\n\n{line}\n\n## Remarks\n\nOpen the valve.\n").Messages);

    [Fact]
    public void A_quotation_behind_a_sentence_that_announces_an_error_is_one()
    {
        var entry = Read("# The pump can't start\n\nWhen it starts, you receive the following error:\n\n> Valve 3 is closed.\n\nOpen the valve.\n");

        Assert.Equal("Valve 3 is closed.", Assert.Single(entry.Messages).Text);
    }

    [Theory]
    [InlineData("\"The valve is closed\" when you start the pump")]
    [InlineData("The pump can't start: \"The valve is closed\"")]
    [InlineData("“The valve is closed” error")]
    [InlineData("Error “Valve closed” when the pump starts", "Valve closed")]
    public void What_a_title_quotes_is_one(string title, string message = "The valve is closed") =>
        Assert.Equal(message, Assert.Single(Read($"# Troubleshooting pumps\n\n## {title}\n\nOpen the valve.\n").Messages).Text);

    [Theory]
    [InlineData("The \"Fast start\" mode can't be used")]
    [InlineData("Error \"550 5.1.10\" when the pump starts")]
    public void Names_and_numbers_in_quotes_are_none(string title) =>
        Assert.Empty(Read($"# Troubleshooting pumps\n\n## {title}\n\nOpen the valve.\n").Messages);

    [Fact]
    public void A_title_that_quotes_a_part_of_a_message_adds_none()
    {
        var entry = Read("# \"The valve is closed\" error\n\n## Symptoms\n\nYou see **\"The valve is closed. Open it first.\"**\n\n## Resolution\n\nOpen it.\n");

        Assert.Equal("The valve is closed. Open it first.", Assert.Single(entry.Messages).Text);
    }

    [Theory]
    [InlineData("The log shows the error message `valve closed`.", "valve closed")]
    [InlineData("It ends with a \"valve closed\" error.", "valve closed")]
    [InlineData("It ends with a \"valve closed\" error, and with a \"valve closed\" error again.", "valve closed")]
    [InlineData("The error occurs where `pump start` is run.", null)]
    [InlineData("The error `\" \"` is no message, and **\"  \"** is none.", null)]
    [InlineData("The error `<pump>closed valve</pump>` is rare.", null)]
    public void What_an_explanation_calls_an_error_is_one(string explanation, string? message) =>
        Assert.Equal(message, Read($"# Troubleshooting pumps\n\n## The pump can't start\n\n{explanation}\n\nOpen the valve.\n").Messages.SingleOrDefault()?.Text);

    [Fact]
    public void Explanations_name_messages_of_other_problems_where_the_own_one_is_known()
    {
        var entry = Read("# Troubleshooting pumps\n\n## \"The valve is closed\" error\n\nIt is rarer than the error \"no power\".\n\nOpen the valve.\n");

        Assert.Equal("The valve is closed", Assert.Single(entry.Messages).Text);
    }

    [Theory]
    [InlineData("**Error message:** Valve 3 is closed.", "Valve 3 is closed.")]
    [InlineData("**Error message**\n\nValve 3 is closed.\n\nIt is shown at night.", "Valve 3 is closed.")]
    [InlineData("### Error message\n\nValve 3 is closed.", "Valve 3 is closed.")]
    [InlineData("**Error message:** You see the text `valve closed` at night.", "valve closed")]
    [InlineData("**Symptom:** Valve 3 is closed.", null)]
    [InlineData("### Error message\n\nThe screen says:\n\n```\nValve 3\n```\n\nor", "Valve 3")]
    public void A_label_says_that_one_follows(string labelled, string? message) =>
        Assert.Equal(message, Read($"# Pumps\n\n## E042: The pump can't start\n\n{labelled}\n\n### Solution\n\nOpen the valve.\n").Messages.SingleOrDefault()?.Text);

    [Fact]
    public void Names_of_few_characters_are_none_where_words_have_no_blanks() =>
        Assert.Equal("弁設定が読み込めませんでした", Assert.Single(Assert.Single(Documents.Read("# トラブルシューティング\n\n## ポンプが起動しない\n\n\"弁設定\" エラーと \"弁設定が読み込めませんでした\" エラーを確認してください。\n", "ja-JP").Entries).Messages).Text);

    private static Entry Read(string markdown) => Assert.Single(Documents.Read(markdown).Entries);
}
