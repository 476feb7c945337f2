namespace KbApi.Rules.Classification.Questions;

/// <summary>What answers are given under.</summary>
internal static class QuestionIds
{
    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Fact => "fact",
        QuestionKind.Code => "code",
        QuestionKind.Source => "source",
        QuestionKind.Place => "place",
        _ => "description",
    };

    public static QuestionKind? KindOf(string id) => Enum.GetValues<QuestionKind>().Where(k => Of(k).Equals(id, StringComparison.Ordinal)).Select(k => (QuestionKind?)k).FirstOrDefault();
}
