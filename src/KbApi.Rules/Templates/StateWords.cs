using System.Collections.Frozen;

namespace KbApi.Rules.Templates;

/// <summary>Words that say how something is: between quotes they are the meaning of a message and no value.</summary>
internal static class StateWords
{
    private static readonly FrozenSet<string> Words =
        """
        on off true false yes no not none null never up down open opened closed locked unlocked started starting stopped stopping running paused pending
        enabled disabled active inactive online offline connected disconnected success successful succeeded failed failure error warning healthy unhealthy
        allowed denied allow deny granted revoked accepted rejected valid invalid expired available unavailable present absent missing read write required optional
        added removed created deleted registered unregistered ready busy full empty default required unknown
        på av sant falskt ja nej inte ej aldrig ingen inget öppen öppet stängd stängt låst olåst startad startade startar stoppad stoppade stoppar körs pausad pausat väntar
        aktiverad aktiverat aktiverade inaktiverad inaktiverat inaktiverade aktiv inaktiv ansluten frånkopplad lyckades lyckad misslyckades misslyckad fel varning
        tillåten nekad tillåt neka giltig ogiltig tillgänglig otillgänglig saknas utgången utgånget okänd okänt
        ein aus wahr falsch nein nicht kein keine nie gestartet beendet angehalten läuft aktiviert deaktiviert aktiv inaktiv offen geschlossen gesperrt entsperrt verbunden getrennt erfolgreich fehlgeschlagen zulässig gültig ungültig unbekannt
        activé désactivé oui non vrai faux pas jamais démarré arrêté ouvert fermé verrouillé déverrouillé connecté déconnecté réussi échoué valide invalide inconnu actif inactif
        habilitado deshabilitado activado desactivado sí verdadero falso nunca iniciado detenido abierto cerrado bloqueado desbloqueado conectado desconectado correcto incorrecto válido inválido activo inactivo
        abilitato disabilitato attivato disattivato sì vero mai avviato arrestato aperto chiuso bloccato sbloccato connesso disconnesso riuscito fallito valido attivo inattivo
        ativado desativado habilitado desabilitado sim não verdadeiro parado aberto fechado bloqueado desbloqueado ligado desligado
        ingeschakeld uitgeschakeld aan uit waar onwaar nee niet geen nooit gestart gestopt open gesloten vergrendeld ontgrendeld verbonden verbroken gelukt mislukt geldig ongeldig actief inactief
        aktiveret deaktiveret til fra sand falsk nej ikke aldrig startet stoppet åben lukket låst aktivert deaktivert åpen nei
        käytössä kyllä ei tosi epätosi käynnistetty pysäytetty avoin suljettu lukittu
        włączony wyłączony włączone wyłączone tak nie prawda fałsz uruchomiono zatrzymano otwarty zamknięty aktywny nieaktywny
        включен выключен включено выключено да нет истина ложь не запущен остановлен открыт закрыт активен неактивен
        etkin devre dışı evet hayır doğru yanlış başlatıldı durduruldu açık kapalı
        有効 無効 開始 停止 終了 起動 成功 失敗 はい いいえ オン オフ 実行中 一時停止 接続 切断
        启用 禁用 已启用 已禁用 启动 停止 已启动 已停止 开始 结束 成功 失败 是 否 打开 关闭 运行 暂停 連接 断开 啟用 停用 啟動 失敗 開啟 關閉
        사용 사용안함 시작 중지 시작됨 중지됨 성공 실패 예 아니요 켜짐 꺼짐
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether one of the words of a text is of that kind.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
    {
        var words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in text.Split(' '))
        {
            if (words.Contains(text[range].Trim(".,:;!?()")))
            {
                return true;
            }
        }

        return false;
    }
}
