using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Headings that open with the number of an error each.</summary>
public sealed class NumberedTitleTests
{
    [Theory]
    [InlineData("# Error codes\n\n## 5000 - Unknown error\n\nSomething.\n\n## 5001 - The tank is gone\n\nSomething.\n")]
    [InlineData("# Pump API\n\n## Errors\n\n### 5000: Unknown error\n\nSomething.\n\n### 5001: The tank is gone\n\nSomething.\n")]
    [InlineData("# Pumps\n\n## Error codes\n\n### General\n\n#### 5000 – Unknown error\n\nSomething.\n\n### Tanks\n\n#### 5001 – The tank is gone\n\nSomething.\n")]
    public void They_are_entries_with_the_number_as_their_code(string markdown) =>
        Assert.Equal(["5000", "5001"], Documents.Read(markdown).Entries.Select(e => Assert.Single(e.Codes).Code.Value));

    [Theory]
    [InlineData("# Error codes\n\n## 16600001 Not registered\n\nRegister.\n\n## 16600002 The limit has been exceeded\n\nWait.\n", "en-US")]
    [InlineData("# 水泵错误码\n\n## 16600001 水泵没有注册\n\n请注册水泵。\n\n## 16600002 注册次数已达到最大限制\n\n请稍后重试。\n", "zh-CN")]
    public void A_long_number_may_stand_before_a_blank(string markdown, string locale) =>
        Assert.Equal(["16600001", "16600002"], Documents.Read(markdown, locale).Entries.Select(e => Assert.Single(e.Codes).Code.Value));

    [Fact]
    public void Exit_codes_of_one_digit_count_where_codes_are_collected_and_success_is_none()
    {
        var entries = Documents.Read("# Error codes\n\n## 0 - Success\n\nAll went well.\n\n## 1 - General\n\nIt stopped.\n\n## 2 - Interrupted\n\nYou stopped it.\n").Entries;

        Assert.Equal(["1", "2"], entries.Select(e => Assert.Single(e.Codes).Code.Value));
    }

    [Theory]
    [InlineData("# Error reference\n\n## 1999\n\nIt stopped.\n\n## 2000\n\nIt ended.\n\n## 3001\n\nIt began.\n", "1999 2000 3001")]
    [InlineData("# 400\n\nIt stopped.\n\n# 404\n\nIt ended.\n\n# 461\n\nIt began.\n", "400 404 461")]
    public void A_number_alone_is_one_too(string markdown, string codes) =>
        Assert.Equal(codes, string.Join(' ', Documents.Read(markdown).Entries.Select(e => Assert.Single(e.Codes).Code.Value)));

    [Fact]
    public void Replies_in_a_list_of_error_codes_are_none_unless_they_say_what_is_wrong() =>
        Assert.Equal(["245", "501", "502"], Documents.Read("# Error codes\n\n- 220: Ready\n- 245: The tank is missing\n- 501: Lid open\n- 502: Lamp dark\n").Entries.Select(e => e.Codes[0].Code.Value));

    [Fact]
    public void A_list_of_error_statuses_needs_no_title() =>
        Assert.Equal(5, Documents.Read("# Replies\n\n- 220 - Ready\n- 421 - Closing\n- 450 - Busy\n- 451 - Aborted\n- 452 - Full\n- 500 - What\n").Entries.Length);

    [Fact]
    public void A_row_with_the_same_code_is_a_part_of_its_section()
    {
        var entry = Assert.Single(Documents.Read("# Error codes\n\n| Code | Meaning |\n|---|---|\n| E042 | Flow |\n\n## Details\n\n### E042, the flow is too low\n\nOpen the valve.\n").Entries);

        Assert.Equal(("E042, the flow is too low", "Open the valve."), (entry.Title.Text, entry.Resolution?.Text));
        Assert.Contains("Flow", entry.Descriptions.Select(d => d.Text));
    }

    [Theory]
    [InlineData("# Troubleshooting\n\n## 1: Open the valve\n\nTurn it.\n\n## 2: Close the tank\n\nTurn it.\n")]
    [InlineData("# Error history\n\n## 2019 - A good year\n\nNothing.\n\n## 2020 - Another\n\nNothing.\n")]
    [InlineData("# Catalogue\n\n## 400 - Small pump\n\nIt is blue.\n\n## 450 - Medium pump\n\nIt is red.\n\n## 500 - Large pump\n\nIt is green.\n")]
    [InlineData("# Error history\n\n## 2019 brought errors\n\nNothing.\n\n## 2020 brought none\n\nNothing.\n")]
    [InlineData("# Models\n\n## 5000 - The large pump\n\nIt is blue.\n\n## 5001 - The small pump\n\nIt is red.\n")]
    public void Steps_years_and_models_are_none(string markdown) => Assert.Empty(Documents.Read(markdown).Entries);
}
