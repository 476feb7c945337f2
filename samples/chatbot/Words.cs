namespace Chatbot;

/// <summary>What the bot says of its own.</summary>
internal sealed record Words
{
    public required string Bot { get; init; }
    public required string You { get; init; }
    public required string Greeting { get; init; }
    public required string Next { get; init; }
    public required string DontKnow { get; init; }
    public required string HandOver { get; init; }
    public required string NoResolution { get; init; }
    public required string Unknown { get; init; }
    public required string Source { get; init; }

    public static Words Of(string locale) => locale.StartsWith("sv", StringComparison.OrdinalIgnoreCase) ? Swedish : English;

    private static Words English { get; } = new()
    {
        Bot = "Bot",
        You = "You",
        Greeting = "What is wrong? Write the message or the code as you see it.",
        Next = "Is there anything else?",
        DontKnow = "I don't know",
        HandOver = "I can't find one answer to this. A person will take over, with what you have told.",
        NoResolution = "The documents only explain it; they don't say what to do.",
        Unknown = "The code {0} is not documented. Documented codes that are close, and other problems:",
        Source = "(From {0}, line {1}.)",
    };

    private static Words Swedish { get; } = new()
    {
        Bot = "Bot",
        You = "Du",
        Greeting = "Vad är fel? Skriv meddelandet eller koden som du ser den.",
        Next = "Är det något mer?",
        DontKnow = "Jag vet inte",
        HandOver = "Jag hittar inget entydigt svar på detta. En person tar över, med det som du har berättat.",
        NoResolution = "Dokumenten förklarar det bara; de säger inte vad man ska göra.",
        Unknown = "Koden {0} är inte dokumenterad. Dokumenterade koder som ligger nära, men är andra problem:",
        Source = "(Ur {0}, rad {1}.)",
    };
}
