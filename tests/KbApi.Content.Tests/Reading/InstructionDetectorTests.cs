using KbApi.Content.Reading.Steps;
using KbApi.Content.Syntax;
using KbApi.Content.Tests.Support;
using KbApi.Content.Tests.Syntax;

namespace KbApi.Content.Tests.Reading;

public sealed class InstructionDetectorTests
{
    [Theory]
    [InlineData("en", "Restart the service.")]
    [InlineData("en", "Check that the cable is plugged in.")]
    [InlineData("en", "Check whether the pump is on.")]
    [InlineData("en", "Run the command that failed.")]
    [InlineData("en", "Stop the service that is running.")]
    [InlineData("en", "1. Restart the service.")]
    [InlineData("en", "a) Restart the service.")]
    [InlineData("en", "\"Restart\" it.")]
    [InlineData("en", "If it stops, restart it.")]
    [InlineData("en", "On the page: select Next.")]
    [InlineData("en", "To fix this, another server is needed.")]
    [InlineData("en", "You must be an administrator.")]
    [InlineData("en", "Right-click the entry.")]
    [InlineData("en", "Contact support.")]
    [InlineData("en", "The user has to wait 24 hours.")]
    [InlineData("sv", "Starta om tj\u00E4nsten.")]
    [InlineData("sv", "2. Starta om tj\u00E4nsten.")]
    [InlineData("sv", "Om den stannar, starta om den.")]
    [InlineData("sv", "L\u00E5t anv\u00E4ndaren ange hela numret.")]
    [InlineData("sv", "L\u00E5sa upp kontot och f\u00F6rs\u00F6k sedan igen.")]
    [InlineData("sv", "Om det inte hj\u00E4lper kontaktar du supporten.")]
    [InlineData("sv", "F\u00F6r att sammanst\u00E4lla uppgifterna laddar du ned rapporten.")]
    [InlineData("sv", "Anv\u00E4ndaren m\u00E5ste v\u00E4nta 24 timmar.")]
    [InlineData("sv", "Restart the service.")]
    [InlineData("es", "Rein\u00EDcielo.")]
    [InlineData("es", "Si falla, compru\u00E9belas.")]
    [InlineData("es", "Reiniciarlo y esperar.")]
    [InlineData("pt", "Reinicie-o.")]
    [InlineData("pt", "Reinici\u00E1-lo.")]
    [InlineData("it", "Riavviarlo.")]
    [InlineData("it", "Disattivala.")]
    [InlineData("fr", "Red\u00E9marrez-le.")]
    public void It_says_what_to_do(string language, string sentence) => Assert.True(Of(language).IsInstruction(sentence));

    [Theory]
    [InlineData("en", "The service was restarted.")]
    [InlineData("es", "Modelo de la bomba")]
    [InlineData("es", "Artículo sobre tablas")]
    [InlineData("pt", "Verifica-se que a bomba parou.")]
    [InlineData("it", "Creati da un utente")]
    [InlineData("en", "A restart does not help.")]
    [InlineData("en", "5 attempts to validate a phone number")]
    [InlineData("en", "The restart, however, failed.")]
    [InlineData("en", "")]
    [InlineData("sv", "Tj\u00E4nsten har startats om.")]
    [InlineData("sv", "5 f\u00F6rs\u00F6k att verifiera ett telefonnummer")]
    [InlineData("sv", "Den h\u00E4r h\u00E4ndelsen intr\u00E4ffar n\u00E4r tj\u00E4nsten startar.")]
    [InlineData("en", "Starta om tj\u00E4nsten.")]
    public void It_only_explains(string language, string sentence) => Assert.False(Of(language).IsInstruction(sentence));

    [Theory]
    [InlineData("It is full. Delete a file. Then go on.", 12)]
    [InlineData("It is full.", -1)]
    [InlineData("Delete a file.", 0)]
    public void The_first_instruction_of_a_text_is_found(string text, int start) =>
        Assert.Equal(start, Of("en").FindFirst(TextRange.All(Inlines.Read(text))));

    private static InstructionDetector Of(string language) => new(Documents.Lexicons.For(language));
}
