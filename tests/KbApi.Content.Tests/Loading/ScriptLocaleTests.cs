using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Loading;

/// <summary>A document that states no locale, in metadata or path, has the one that its script tells.</summary>
public sealed class ScriptLocaleTests
{
    private const string Japanese = "# トラブルシューティング\n\n## ポンプが動かない\n\nこのポンプは電源が入っていないと動きません。電源を入れてから `pump status` を実行してください。\n";
    private const string Korean = "# 문제 해결\n\n## 펌프가 움직이지 않습니다\n\n펌프의 전원이 꺼져 있으면 움직이지 않습니다. 전원을 켠 다음 `pump status` 명령을 실행하세요. 그래도 안 되면 기다리세요.\n";
    private const string Simplified = "# 故障排除\n\n## 泵不动\n\n如果没有接通电源，这个泵就不会动。请先接通电源，然后运行 `pump status` 检查状态，还是不动的话请联系我们并说明问题。\n";
    private const string Traditional = "# 疑難排解\n\n## 幫浦不動\n\n如果沒有接通電源，這個幫浦就不會動。請先接通電源，然後執行 `pump status` 檢查狀態，還是不動的話請聯絡我們並說明問題。\n";
    private const string Russian = "# Устранение неполадок\n\n## Насос не работает\n\nНасос не работает без питания. Включите питание и выполните команду `pump status`.\n";
    private const string Ukrainian = "# Усунення несправностей\n\n## Насос не працює\n\nНасос не працює без живлення. Увімкніть живлення і виконайте команду.\n";

    [Theory]
    [InlineData(Japanese, "ja")]
    [InlineData(Korean, "ko")]
    [InlineData(Simplified, "zh-Hans")]
    [InlineData(Traditional, "zh-Hant")]
    [InlineData(Russian, "ru")]
    [InlineData(Ukrainian, "en-US")]
    [InlineData("# Pumps\n\nThe pump of トヨタ is called ポンプ and runs with all kinds of water that a garden needs.\n", "en-US")]
    [InlineData("# 泵\n", "en-US")]
    public void It_is_told_where_most_is_written_in_it(string markdown, string locale) =>
        Assert.Equal(locale, Assert.Single(Documents.Load(("pump.md", markdown)).Articles.Items).Locales[0].Value);

    [Theory]
    [InlineData("sv-SE/pump.md", Japanese, "sv-SE")]
    [InlineData("pump.md", "---\nlocale: sv-SE\n---\n" + Japanese, "sv-SE")]
    public void What_is_stated_counts_more(string path, string markdown, string locale) =>
        Assert.Equal(locale, Assert.Single(Documents.Load((path, markdown)).Articles.Items).Locales[0].Value);

    [Fact]
    public void The_words_of_its_language_are_known() =>
        Assert.Equal("ポンプが動かない", Assert.Single(Documents.Load(("pump.md", Japanese)).Entries.Items).Variants[0].Title.Text);
}
