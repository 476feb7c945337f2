namespace KbApi.Rules.Classification.Words;

/// <summary>The words of an entry in one locale.</summary>
/// <param name="Entry">The entry's place in the index.</param>
/// <param name="Symptom">Ids of the distinct words by which a reader recognises it: title, symptoms, messages.</param>
/// <param name="Body">Ids of the further distinct words: what it means, why it happens.</param>
/// <param name="SymptomWeight">How much the words of the symptom say together.</param>
internal sealed record EntryText(int Entry, int[] Symptom, int[] Body, double SymptomWeight);

/// <summary>How well a report's words are those of an entry.</summary>
/// <param name="Coverage">The share of the symptom's words that the report has, by weight.</param>
/// <param name="Mass">The weight of the words that they have in common.</param>
/// <param name="Share">The share of the report's words that the entry has, by weight.</param>
internal readonly record struct Similarity(double Coverage, double Mass, double Share)
{
    /// <summary>One number for the order of candidates.</summary>
    public double Score => Mass * (0.3 + Coverage) * (0.5 + Share);
}
