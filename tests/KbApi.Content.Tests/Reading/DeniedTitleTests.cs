using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>In a text for people with problems, a title that denies something states one, whatever its verb.</summary>
public sealed class DeniedTitleTests
{
    [Theory]
    [InlineData("en-US", "Troubleshooting", "The lamp never sings")]
    [InlineData("sv-SE", "Felsökning", "Lampan sjunger inte")]
    [InlineData("de-DE", "Fehlerbehebung", "Die Lampe singt nicht")]
    [InlineData("fr-FR", "Dépannage", "La lampe ne chante jamais")]
    [InlineData("es-ES", "Solución de problemas", "La lámpara no canta")]
    [InlineData("it-IT", "Risoluzione dei problemi", "La lampada non canta")]
    [InlineData("pt-BR", "Solução de problemas", "A lâmpada não canta")]
    [InlineData("nl-NL", "Probleemoplossing", "De lamp zingt niet")]
    [InlineData("da-DK", "Fejlfinding", "Lampen synger ikke")]
    [InlineData("nb-NO", "Feilsøking", "Lampen synger ikke")]
    [InlineData("fi-FI", "Vianmääritys", "Lamppu ei laula")]
    [InlineData("pl-PL", "Rozwiązywanie problemów", "Lampa nie śpiewa")]
    [InlineData("cs-CZ", "Řešení potíží", "Lampa nepřehraje píseň")]
    [InlineData("hu-HU", "Hibaelhárítás", "A lámpa nem énekel")]
    [InlineData("ru-RU", "Устранение неполадок", "Лампа не поёт")]
    [InlineData("tr-TR", "Sorun giderme", "Lamba şarkı söylemiyor")]
    [InlineData("ja-JP", "トラブルシューティング", "ランプが歌わない")]
    [InlineData("ko-KR", "문제 해결", "램프가 노래하지 않아요")]
    [InlineData("zh-CN", "故障排除", "灯不唱歌")]
    [InlineData("zh-TW", "疑難排解", "燈不唱歌")]
    public void It_states_a_problem_in_a_guide_and_nowhere_else(string locale, string guide, string title)
    {
        Assert.Equal(title, Assert.Single(Documents.Read($"# {guide}\n\n## {title}\n\nX 1.\n", locale).Entries).Title.Text);
        Assert.Empty(Documents.Read($"# X\n\n## {title}\n\nX 1.\n", locale).Entries);
    }

    [Theory]
    [InlineData("en-US", "# Troubleshooting\n\n## Never restart the lamp\n\nIt is hot.\n")]
    [InlineData("fr-FR", "# Dépannage\n\n## Ne redémarrez pas la lampe\n\nElle est chaude.\n")]
    [InlineData("fr-FR", "# FAQ\n\n## Cela signifie-t-il que je n'ai pas besoin d'une lampe ?\n\nOui, la lune suffit.\n")]
    [InlineData("ko-KR", "# FAQ\n\n## 램프를 사용하지 않도록 설정\n\n단추를 누릅니다.\n")]
    public void What_forbids_or_only_asks_states_none(string locale, string markdown) => Assert.Empty(Documents.Read(markdown, locale).Entries);
}
