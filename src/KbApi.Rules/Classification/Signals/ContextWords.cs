using System.Collections.Frozen;

namespace KbApi.Rules.Classification.Signals;

/// <summary>Words around a number that make it a code, or make it something else, in the languages that reports are written in most.</summary>
internal static class ContextWords
{
    /// <summary>Words before a code.</summary>
    public static FrozenSet<string> Code { get; } = Set(
        """
        error errors err code codes event eventid eventcode errorcode id hresult hr status exit stop bugcheck stopcode bugcheckcode problem ndr exception warning critical fatal
        fel felkod felkoder kod koden händelse händelseid händelsekod varning felet felkontroll statuskod
        fehler fehlercode ereignis ereigniskennung statuscode erreur événement código codigo evento errore codice evento fout foutcode gebeurtenis fejl fejlkode feil feilkode
        hændelse hendelse virhe virhekoodi tapahtuma błąd kod zdarzenie chyba hata kodu lỗi mã ошибка ошибки код событие помилка خطای خطا کد خطأ رمز שגיאה
        """);

    /// <summary>Endings of words before a code in scripts without blanks.</summary>
    public static IReadOnlyList<string> CodeEndings { get; } = ["错误", "错误码", "错误代码", "代码", "事件", "錯誤", "代碼", "エラー", "コード", "イベント", "오류", "코드", "이벤트", "오류는"];

    /// <summary>Words before a number that is none.</summary>
    public static FrozenSet<string> NoCode { get; } = Set(
        """
        port ports version versions v ver build release firmware line lines page pages step steps ticket room extension ext phone year row chapter section pid tid thread
        porten portar versionen rad sida steg ärende rum våning konto anknytning telefon spårningsnummer lager rev attempt försök order price pris case kb issue pr
        """);

    /// <summary>Words behind a number that counts or measures.</summary>
    public static FrozenSet<string> Unit { get; } = Set(
        """
        ms s sec secs second seconds min mins minute minutes hour hours h day days week weeks month months year years times users user records rows items files bytes kb mb gb
        kr sek usd eur dollars euro percent records licenses licences units devices machines servers people
        sekunder sekund minuter minut timmar timme dagar dag veckor månader år gånger användare licenser enheter poster rader filer stycken st personer datorer servrar kronor
        """);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
