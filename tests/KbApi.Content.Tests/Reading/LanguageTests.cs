using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Every language of the lexicons reads the shapes that problems have, and leaves other tables alone.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("en-US", "Error", "Solution", "The lamp stays dark", "Replace the bulb.")]
    [InlineData("sv-SE", "Fel", "Lösning", "Lampan lyser inte", "Byt glödlampan.")]
    [InlineData("de-DE", "Fehler", "Lösung", "Die Lampe leuchtet nicht", "Tauschen Sie die Birne aus.")]
    [InlineData("fr-FR", "Erreur", "Solution", "La lampe ne s'allume pas", "Remplacez l'ampoule.")]
    [InlineData("es-ES", "Error", "Solución", "La lámpara no se enciende", "Cambie la bombilla.")]
    [InlineData("it-IT", "Errore", "Soluzione", "La lampada non si accende", "Sostituire la lampadina.")]
    [InlineData("pt-BR", "Erro", "Solução", "A lâmpada não acende", "Troque a lâmpada.")]
    [InlineData("nl-NL", "Fout", "Oplossing", "De lamp brandt niet", "Vervang het lampje.")]
    [InlineData("da-DK", "Fejl", "Løsning", "Lampen lyser ikke", "Udskift pæren.")]
    [InlineData("nb-NO", "Feil", "Løsning", "Lampen lyser ikke", "Bytt pæren.")]
    [InlineData("fi-FI", "Virhe", "Ratkaisu", "Lamppu ei pala", "Vaihda polttimo.")]
    [InlineData("pl-PL", "Błąd", "Rozwiązanie", "Lampa nie świeci", "Wymień żarówkę.")]
    [InlineData("cs-CZ", "Chyba", "Řešení", "Lampa nesvítí", "Vyměňte žárovku.")]
    [InlineData("hu-HU", "Hiba", "Megoldás", "A lámpa nem világít", "Cserélje ki az izzót.")]
    [InlineData("ru-RU", "Ошибка", "Решение", "Лампа не горит", "Замените лампочку.")]
    [InlineData("tr-TR", "Hata", "Çözüm", "Lamba yanmıyor", "Ampulü değiştirin.")]
    [InlineData("ja-JP", "エラー", "解決策", "ランプが点灯しない", "電球を交換してください。")]
    [InlineData("ko-KR", "오류", "해결 방법", "램프가 켜지지 않습니다", "전구를 교체하세요.")]
    [InlineData("zh-CN", "错误", "解决方法", "灯不亮", "更换灯泡。")]
    [InlineData("zh-TW", "錯誤", "解決方案", "燈不亮", "請更換燈泡。")]
    public void A_table_of_errors_is_read(string locale, string error, string solution, string title, string resolution)
    {
        var entry = Assert.Single(Documents.Read($"# A\n\n| {error} | {solution} |\n|---|---|\n| {title} | {resolution} |\n", locale).Entries);

        Assert.Equal((EntryShape.Row, title, resolution), (entry.Shape, entry.Title.Text, entry.Resolution?.Text));
    }

    [Theory]
    [InlineData("en-US", "Cannot open the door", "Cause", "The lock is frozen.", "Solution", "Warm the lock.")]
    [InlineData("sv-SE", "Det går inte att öppna dörren", "Orsak", "Låset har frusit.", "Lösning", "Värm låset.")]
    [InlineData("de-DE", "Die Tür kann nicht geöffnet werden", "Ursache", "Das Schloss ist gefroren.", "Lösung", "Erwärmen Sie das Schloss.")]
    [InlineData("fr-FR", "Impossible d'ouvrir la porte", "Cause", "La serrure est gelée.", "Solution", "Réchauffez la serrure.")]
    [InlineData("es-ES", "No se puede abrir la puerta", "Causa", "La cerradura está helada.", "Solución", "Caliente la cerradura.")]
    [InlineData("it-IT", "Non è possibile aprire la porta", "Causa", "La serratura è gelata.", "Soluzione", "Scaldare la serratura.")]
    [InlineData("pt-BR", "Não é possível abrir a porta", "Causa", "A fechadura congelou.", "Solução", "Aqueça a fechadura.")]
    [InlineData("nl-NL", "De deur kan niet worden geopend", "Oorzaak", "Het slot is bevroren.", "Oplossing", "Verwarm het slot.")]
    [InlineData("da-DK", "Døren kan ikke åbnes", "Årsag", "Låsen er frosset.", "Løsning", "Varm låsen op.")]
    [InlineData("nb-NO", "Døren kan ikke åpnes", "Årsak", "Låsen har frosset.", "Løsning", "Varm opp låsen.")]
    [InlineData("fi-FI", "Ovea ei voi avata", "Syy", "Lukko on jäässä.", "Ratkaisu", "Lämmitä lukko.")]
    [InlineData("pl-PL", "Nie można otworzyć drzwi", "Przyczyna", "Zamek zamarzł.", "Rozwiązanie", "Ogrzej zamek.")]
    [InlineData("cs-CZ", "Dveře nelze otevřít", "Příčina", "Zámek zamrzl.", "Řešení", "Zahřejte zámek.")]
    [InlineData("hu-HU", "Az ajtót nem lehet kinyitni", "Ok", "A zár befagyott.", "Megoldás", "Melegítse fel a zárat.")]
    [InlineData("ru-RU", "Не удается открыть дверь", "Причина", "Замок замерз.", "Решение", "Согрейте замок.")]
    [InlineData("tr-TR", "Kapı açılamıyor", "Neden", "Kilit donmuş.", "Çözüm", "Kilidi ısıtın.")]
    [InlineData("ja-JP", "ドアを開くことができない", "原因", "錠が凍っています。", "解決策", "錠を温めてください。")]
    [InlineData("ko-KR", "문을 열 수 없음", "원인", "자물쇠가 얼었습니다.", "해결 방법", "자물쇠를 녹이세요.")]
    [InlineData("zh-CN", "无法开门", "原因", "锁冻住了。", "解决方法", "加热锁。")]
    [InlineData("zh-TW", "無法開門", "原因", "鎖凍住了。", "解決方案", "將鎖加熱。")]
    public void A_heading_with_cause_and_solution_is_read(string locale, string title, string cause, string why, string solution, string what)
    {
        var entry = Assert.Single(Documents.Read($"# A\n\nB.\n\n## {title}\n\n### {cause}\n\n{why}\n\n### {solution}\n\n{what}\n\n## C\n\nD.\n", locale).Entries);

        Assert.Equal((EntryShape.Heading, title, why, what), (entry.Shape, entry.Title.Text, Assert.Single(entry.Causes).Text, entry.Resolution?.Text));
    }

    [Theory]
    [InlineData("en-US", "How to configure the network", "Setting", "Default")]
    [InlineData("sv-SE", "Så här konfigurerar du nätverket", "Inställning", "Standard")]
    [InlineData("de-DE", "Konfigurieren des Netzwerks", "Einstellung", "Standardwert")]
    [InlineData("fr-FR", "Configurer le réseau", "Paramètre", "Valeur par défaut")]
    [InlineData("es-ES", "Configurar la red", "Configuración", "Valor predeterminado")]
    [InlineData("it-IT", "Configurare la rete", "Impostazione", "Valore predefinito")]
    [InlineData("pt-BR", "Configurar a rede", "Configuração", "Valor padrão")]
    [InlineData("nl-NL", "Het netwerk configureren", "Instelling", "Standaardwaarde")]
    [InlineData("pl-PL", "Konfigurowanie sieci", "Ustawienie", "Wartość domyślna")]
    [InlineData("cs-CZ", "Konfigurace sítě", "Nastavení", "Výchozí hodnota")]
    [InlineData("hu-HU", "A hálózat konfigurálása", "Beállítás", "Alapértelmezett érték")]
    [InlineData("ru-RU", "Настройка сети", "Параметр", "Значение по умолчанию")]
    [InlineData("tr-TR", "Ağı yapılandırma", "Ayar", "Varsayılan değer")]
    [InlineData("ja-JP", "ネットワークを構成する方法", "設定", "既定値")]
    [InlineData("ko-KR", "네트워크를 구성하는 방법", "설정", "기본값")]
    [InlineData("zh-CN", "如何配置网络", "设置", "默认值")]
    [InlineData("zh-TW", "如何設定網路", "設定", "預設值")]
    public void Settings_are_no_problems(string locale, string heading, string setting, string value) =>
        Assert.Empty(Documents.Read($"# {heading}\n\n| {setting} | {value} |\n|---|---|\n| timeout_seconds | 30 |\n| max_retries | 5 |\n", locale).Entries);

    [Theory]
    [InlineData("| Port | Protocol | Description |\n|---|---|---|\n| 443 | TCP | Used by the agent. |\n")]
    [InlineData("| Field | Type | Description |\n|---|---|---|\n| error | string | The error, if any. |\n")]
    [InlineData("| Version | Released | Notes |\n|---|---|---|\n| 5.7.1 | 2020-01-02 | Fixes a crash. |\n")]
    [InlineData("| Feature | Free | Paid |\n|---|---|---|\n| Error reports | No | Yes |\n")]
    [InlineData("| Topic | Link |\n|---|---|\n| Errors | [Read on](errors.md) |\n")]
    [InlineData("| Token | Description |\n|---|---|\n| `::CLIENT_IP::` | The address of the visitor. |\n")]
    [InlineData("| Return code | Description |\n|---|---|\n| LAMP_ON | The lamp is on. |\n| LAMP_OFF | The lamp is off. |\n")]
    [InlineData("| Status | Description |\n|---|---|\n| 200 | All is well. |\n| 404 | Nothing there. |\n")]
    public void Tables_of_other_things_are_no_problems(string table) => Assert.Empty(Documents.Read("# Reference\n\n" + table).Entries);
}
