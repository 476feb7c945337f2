namespace KbApi.Cli.Tests.Watch;

/// <summary>A small article in two languages, with a defect that can be mended in each.</summary>
internal static class WatchFolder
{
    public const string English = """
        # Errors of the printer

        Look up what the display shows.

        | Code | Meaning | Solution |
        | --- | --- | --- |
        | PRN-1001 | The printer has no paper. | Fill the tray with 20 sheets. |
        | PRN-1002 | The printer is hot. | Wait 5 minutes.
        | PRN-1003 | The printer is off. | Turn it on. |

        """;

    public const string Swedish = """
        # Fel i skrivaren

        Slå upp vad displayen visar.

        | Kod | Betydelse | Lösning |
        | --- | --- | --- |
        | PRN-1001 | Skrivaren har inget papper. | Fyll facket med 10 ark. |
        | PRN-1002 | Skrivaren är het. | Vänta 5 minuter. |

        """;

    public static TempFolder Create()
    {
        var folder = new TempFolder();
        folder.Write("schemes.yaml", "schemes:\n  - id: printer\n    title: Printer\n    patterns: [PRN-####]\n");
        folder.Write("en-US/printer.md", English);
        folder.Write("sv-SE/printer.md", Swedish);
        return folder;
    }
}
