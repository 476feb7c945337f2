using System.Collections.Frozen;

namespace KbApi.Rules.Classification.Words;

/// <summary>Words that every text is full of, in English and Swedish. What they say of a problem is little; negations are not among them.</summary>
internal static class FunctionWords
{
    public static FrozenSet<string> Terms { get; } = Read(
        """
        a about after all also am an and any are as at be because been before but by can could did do does done for from get gets getting got
        had has have he her here hi hello his how i if in into is it its just like may me might my of on one only or other our out over please see
        she should so some than that the their them then there these they this those through to too try trying tried under up us use used user users using
        very was we were what when where which while who why will with would you your problem problems error errors issue help thank thanks
        following message fails failed fail cannot can't unable

        alla att av blir de dem den denna dess det detta dig din dina ditt du där då efter eller en er ett för från får gör ha hade han har hej hen hon hur
        i in jag kan kommer kunde man med men mig min mina mitt måste ni nu när och om oss på sedan sen sig sin sitt ska skulle som så till under upp ut
        utan vad var vara vi vid vilka vilken visar våra vår är än även åt fel felet problem problemet hjälp tack användare användaren meddelande
        """);

    public static bool Contains(ReadOnlySpan<char> term) => Terms.GetAlternateLookup<ReadOnlySpan<char>>().Contains(term);

    private static FrozenSet<string> Read(string words)
    {
        Span<char> buffer = stackalloc char[TermReader.BufferLength];
        var terms = new HashSet<string>(StringComparer.Ordinal);
        var reader = new TermReader(words, buffer);
        while (reader.Next())
        {
            terms.Add(reader.Term.ToString());
        }

        return terms.ToFrozenSet(StringComparer.Ordinal);
    }
}
