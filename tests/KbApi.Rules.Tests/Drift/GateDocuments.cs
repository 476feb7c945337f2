namespace KbApi.Rules.Tests.Drift;

/// <summary>A guide to parking gates in English, and what a careless translator made of it in Swedish.</summary>
internal static class GateDocuments
{
    public const string EnglishPath = "en-US/gates.md";

    public const string SwedishPath = "sv-SE/gates.md";

    public const string English = """
        # Parking gates

        ## <a name="codes"></a>Codes

        | Error | Details | Technical details |
        | --- | --- | --- |
        | GateSwitchedOff = 7 | The gate is closed today. | GATE_0007: Your site has switched its gates off. Ask the owner to switch them on. |
        | GateWithoutPlan = 8 | The gate has no plan. | GATE_0008: Your site has not defined a plan. Ask the owner to define one. |
        | GateWithoutTicket = 9 | You have no ticket. | GATE_0008: You are not on the list. Ask the owner to add you. |

        ## <a name="events"></a>Events

        | Code | Name | Description |
        | --- | --- | --- |
        | 4101 | HALT: gate 12 stopped | A car stood under the gate. Wait 30 seconds, then press Open. |
        | 4102 | GateLinkError | The gate can't reach its service. Open TCP 443 and TCP 8100-8104, then restart the gate. |
        | 4103 | PlateTooLongError | The plate was refused. Change it to hold at most 12 characters. |

        """;

    public const string Swedish = """
        # Parkeringsbommar

        ## <a name="codes"></a>Koder

        | Fel | Information | Teknisk information |
        | --- | --- | --- |
        | GateSwitchedOff = 7 | Bommen är stängd i dag. | GATE_0007: Er anläggning har stängt av bommarna. Be ägaren att slå på dem. |
        | GateWithoutPlan = 8 | Bommen har ingen plan. | GATE_0008: Er anläggning har definierat en plan. Be ägaren att definiera en. |
        | GateWithoutTicket = 9 | Du har ingen biljett. | GATE_0008: Du står inte på listan. Be ägaren att lägga till dig. |

        ## <a name="events"></a>Händelser

        | Kod | Namn | Beskrivning |
        | --- | --- | --- |
        | 4101 | STOPP: bom 12 stannade | En bil stod under bommen. Vänta 30 sekunder och tryck sedan på Öppna. |
        | 4102 | GateLinkError | Bommen når inte sin tjänst. Öppna TCP 443 och TCP 8100 8104 och starta sedan om bommen. |
        | 4103 | PlateTooLongError | Skylten godtogs inte. Ändra den så att den har högst 8 tecken. |

        """;
}
