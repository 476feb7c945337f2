using System.Text;

namespace KbApi.Search.Queries;

/// <summary>The words that identifiers are made of: <c>Password Reset Fail</c>.</summary>
internal static class IdentifierWords
{
    private const int MaxLength = 200;

    /// <summary>A text with its identifiers cut into words, without numbers.</summary>
    public static string Of(string text)
    {
        var words = new StringBuilder();
        var length = Math.Min(text.Length, MaxLength);
        for (var i = 0; i < length; i++)
        {
            var c = text[i];
            if (i > 0 && char.IsUpper(c) && char.IsLower(text[i - 1]))
            {
                words.Append(' ');
            }

            words.Append(char.IsLetter(c) ? c : ' ');
        }

        return words.ToString();
    }
}
