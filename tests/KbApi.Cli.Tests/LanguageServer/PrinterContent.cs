namespace KbApi.Cli.Tests.LanguageServer;

/// <summary>A folder with one small article in two locales; a row of each has no closing pipe.</summary>
internal static class PrinterContent
{
    public const string English = """
        ---
        title: Printer errors
        product: Printers
        locale: en-US
        ---
        # Printer errors

        ## <a name="codes"></a>Codes

        | Code | Symptom | Resolution |
        | --- | --- | --- |
        | PRN_0001 | The printer is out of paper. | Add paper. |
        | PRN_0002 | The printer is offline. | Turn it on, see [the codes](#codes).

        If PRN_0001 comes up again, open the other tray.

        """;

    public const string Swedish = """
        ---
        title: Skrivarfel
        product: Printers
        locale: sv-SE
        ---
        # Skrivarfel

        ## <a name="codes"></a>Koder

        | Kod | Symptom | Lösning |
        | --- | --- | --- |
        | PRN_0001 | Skrivaren har slut på papper. | Kontrollera pappersfacket.
        | PRN_0002 | Skrivaren är frånkopplad. | Slå på den, se [koderna](#codes). |

        Om PRN_0001 visas igen, öppna det andra facket.

        """;

    public static TempFolder Write()
    {
        var folder = new TempFolder();
        folder.Write("content/en-US/printers.md", English.ReplaceLineEndings("\n"));
        folder.Write("content/sv-SE/printers.md", Swedish.ReplaceLineEndings("\n"));
        return folder;
    }
}
