namespace KbApi.Content.Codes;

/// <summary>Finds the codes that begin with a letter: names, and letters with a number.</summary>
internal sealed class LetterCodes(CodeSchemeSet schemes, CodeIntroduction introduction)
{
    /// <summary>The code that begins with a word, or null.</summary>
    public CodeMatch? Match(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        var token = text.Slice(word.Start, word.Length);
        if (HexWord.IsBare(token))
        {
            return new CodeMatch(HexCode.FromDigits(token), word.Start, word.Length);
        }

        if (HexWord.BehindHResult(text, word) is { } result)
        {
            return result;
        }

        if (word.End + 1 < text.Length && text[word.End] == '-' && char.IsAsciiLetterUpper(text[word.End + 1])
            && ChainedCode.TryRead(text, word, context == CodeContext.Code || introduction.FollowsCodeWord(text, word.Start)) is { } chained)
        {
            return chained;
        }

        if (Prefixed(text, word, context) is { } prefixed)
        {
            return prefixed;
        }

        if (SpecialForms.IsSuffixed(token) && (context == CodeContext.Code || word.Start == 0 || introduction.FollowsCodeWord(text, word.Start)))
        {
            return new CodeMatch(new ErrorCode(BuiltInSchemes.Prefixed, token.ToString()), word.Start, word.Length);
        }

        if (IsPlaceholder(text, word))
        {
            return null;
        }

        if (Word.IsConstant(token) || schemes.OfName(token) is not null)
        {
            return Name(text, new Range(word.Start, word.End));
        }

        // A name counts where nothing else stands, one in small letters only among codes.
        var isAlone = context != CodeContext.Prose && text[..word.Start].Trim().IsEmpty && text[word.End..].Trim().IsEmpty;
        return isAlone && (Word.IsSymbol(token) || PosixErrors.Contains(token) || (context == CodeContext.Code && Word.IsSnakeCase(token))) ? Name(text, new Range(word.Start, word.End)) : null;
    }

    /// <summary>The name that stands somewhere in a text.</summary>
    public CodeMatch Name(ReadOnlySpan<char> text, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        var name = text.Slice(start, length).ToString();
        var scheme = schemes.OfName(name)?.Id ?? (Word.IsConstant(name) ? BuiltInSchemes.Constant : BuiltInSchemes.Symbol);
        return new CodeMatch(new ErrorCode(scheme, name), start, length);
    }

    private CodeMatch? Prefixed(ReadOnlySpan<char> text, Word word, CodeContext context)
    {
        if (PrefixedNumber.TryRead(text, word.Start) is not { } parts)
        {
            return null;
        }

        var (letters, separator, digits) = parts.Cut(text);
        if (schemes.Match(letters, separator, digits, anySeparator: false) is { } code)
        {
            return new CodeMatch(code, word.Start, parts.Length);
        }

        var isFamily = letters.Length >= 2 && !letters.ContainsAnyExceptInRange('A', 'Z') && digits.Length >= 3 && !Standards.IsName(letters);
        return isFamily && (separator is "_" || context == CodeContext.Code || (context == CodeContext.Name && ((word.Start == 0 && !IsNameOfPart(text, word.Start + parts.Length)) || introduction.FollowsCodeWord(text, word.Start))))
            ? new CodeMatch(new ErrorCode(BuiltInSchemes.Prefixed, text.Slice(word.Start, parts.Length).ToString()), word.Start, parts.Length)
            : null;
    }

    /// <summary>Whether one more word, not one for a problem, stands behind letters and digits that open a title: processors and boards are called so (<c>XYZ430 Example</c>).</summary>
    private bool IsNameOfPart(ReadOnlySpan<char> title, int end) =>
        title[end..] is [' ', var next, .. var rest] && char.IsLetter(next) && !rest.TrimEnd().Contains(' ') && !introduction.NamesProblem(title);

    /// <summary>Whether a name stands for something else: <c>&lt;TABLE_NAME&gt;</c>, <c>{HOST_NAME}</c>, <c>%USER_NAME%</c>, <c>::CLIENT_IP::</c>, <c>$HOME_DIR</c>.</summary>
    private static bool IsPlaceholder(ReadOnlySpan<char> text, Word word)
    {
        var before = word.Start > 0 ? text[word.Start - 1] : default;
        var behind = word.End < text.Length ? text[word.End] : default;
        return (before, behind) is ('<', '>') or ('{', '}') or ('%', '%') or ('$', _)
            || (before == ':' && word.Start > 1 && text[word.Start - 2] == ':' && text[word.End..] is [':', ':', ..]);
    }
}
