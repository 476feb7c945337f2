using System.Buffers;

namespace KbApi.Content.Codes;

/// <summary>Tells codes that name an error by their form alone from those that may be the name or number of anything.</summary>
internal static class ErrorNames
{
    /// <summary>Identifiers are English in every language.</summary>
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["EXCEPTION", "INVALID", "DENIED", "NOTFOUND", "NOT_FOUND", "TIMEOUT", "TIMED_OUT", "MISSING", "EXPIRED", "CORRUPT", "UNAVAILABLE", "NOTSUPPORTED",
            "NOT_SUPPORTED", "UNAUTHORIZED", "FORBIDDEN", "CONFLICT", "MISMATCH", "VIOLATION", "EXCEEDED", "OVERFLOW", "INSUFFICIENT", "BLOCKED", "UNSUPPORTED", "UNEXPECTED", "INCORRECT", "WRONG"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Short words for an error that stand in longer ones, too: <c>OVERRIDE</c>, <c>failover</c>, <c>default</c>.</summary>
    private static readonly string[] ShortWords = ["ERR", "FAIL", "FAULT"];

    private static readonly string[] Verbs = ["Get", "Set", "Has", "Throw", "Handle", "Report", "Raise", "Format"];

    /// <summary>How names of settings and calls begin in programs: <c>ignoreErrors</c>, <c>onError</c>.</summary>
    private static readonly string[] SmallVerbs = ["on", "get", "set", "is", "has", "ignore", "enable", "disable", "show", "hide", "use", "catch", "throw", "handle", "build", "log", "emit", "report", "allow", "max", "min"];

    private static readonly string[] Outcomes = ["Failed", "Failure", "Exception", "Denied", "NotFound", "Timeout"];

    /// <summary>Whether the code is one of an error: a result with the failure bit, a known family, a name that says so.</summary>
    public static bool IsError(ErrorCode code) => code.Scheme switch
    {
        BuiltInSchemes.HResult or BuiltInSchemes.NtStatus or BuiltInSchemes.MailStatus => true,
        BuiltInSchemes.Constant => Says(code.Value) || code.Value.StartsWith("E_", StringComparison.Ordinal),
        BuiltInSchemes.Symbol => Says(code.Value) && !IsMethod(code.Value),
        BuiltInSchemes.Hex or BuiltInSchemes.Event or BuiltInSchemes.Number or BuiltInSchemes.Http or BuiltInSchemes.Prefixed or BuiltInSchemes.SqlState => false,
        _ => true,
    };

    /// <summary>
    /// Whether a constant names a result that is no failure: it says so, or has the S or I (success, information) behind its family where names of
    /// failures have an E, as in <c>WU_S_REBOOT_REQUIRED</c>. The statuses of remote procedure calls (<c>RPC_S_</c>, <c>EPT_S_</c>) are errors all the same. Source: MS-ERREF, 2.1 and 2.2.
    /// </summary>
    public static bool NamesSuccess(ReadOnlySpan<char> constant)
    {
        if (constant is "OK" or "NO_ERROR" or "NOERROR" || constant.EndsWith("SUCCESS", StringComparison.Ordinal) || constant.EndsWith("_OK", StringComparison.Ordinal))
        {
            return true;
        }

        var first = constant.IndexOf('_');
        if (first < 0)
        {
            return false;
        }

        var family = constant[..first];
        var behind = constant[(first + 1)..];
        return family is "S" || (behind is ['S' or 'I', '_', >= 'A' and <= 'Z', ..] && family is not ("RPC" or "EPT"));
    }

    /// <summary>Whether what stands in a cell for a result is one of success.</summary>
    public static bool IsSuccess(ReadOnlySpan<char> result)
    {
        var end = result.IndexOfAny(" \n(/");
        var name = end < 0 ? result : result[..end];
        return result is "OK" || name is "S_OK" or "TRUE" or "SUCCESS" or "NO_ERROR"
            || (name.StartsWith("OK_", StringComparison.Ordinal) && !Says(name))
            || (end < 0 && name.EndsWith("_SUCCESS", StringComparison.Ordinal));
    }

    /// <summary>Whether a name has a word for an error in it.</summary>
    public static bool Says(ReadOnlySpan<char> name) => name.ContainsAny(Words) || IsResult(name) || HasShortWord(name);

    /// <summary>Whether a name that begins with a small letter may be an error's: a word for one ends it or begins it, and it is no setting or call.</summary>
    public static bool SaysInSmall(ReadOnlySpan<char> name)
    {
        foreach (var verb in SmallVerbs)
        {
            if (name.StartsWith(verb, StringComparison.Ordinal) && name.Length > verb.Length && char.IsAsciiLetterUpper(name[verb.Length]))
            {
                return false;
            }
        }

        var first = name.IndexOfAnyInRange('A', 'Z');
        var last = name.LastIndexOfAnyInRange('A', 'Z');
        return Says(name) && (first < 0 || Says(name[..first]) || Says(name[last..]) || name.EndsWith("NotFound", StringComparison.Ordinal));
    }

    private static bool HasShortWord(ReadOnlySpan<char> name)
    {
        foreach (var word in ShortWords)
        {
            for (var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0;)
            {
                var behind = name[(at + word.Length)..];
                if (IsWord(word, name[..at], behind, name[at]))
                {
                    return true;
                }

                var next = behind.IndexOf(word, StringComparison.OrdinalIgnoreCase);
                at = next < 0 ? -1 : at + word.Length + next;
            }
        }

        return false;
    }

    private static bool IsWord(string word, ReadOnlySpan<char> before, ReadOnlySpan<char> behind, char first) => word switch
    {
        "ERR" => before.IsEmpty || !char.IsAsciiLetter(before[^1]) || (char.IsAsciiLetterLower(before[^1]) && char.IsAsciiLetterUpper(first))
            || behind.IsEmpty || !char.IsAsciiLetter(behind[0]) || behind.StartsWith("OR", StringComparison.OrdinalIgnoreCase),
        "FAIL" => !behind.StartsWith("OVER", StringComparison.OrdinalIgnoreCase),
        _ => !before.EndsWith("DE", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Whether a constant is one of a failed call by its name: <c>E_POINTER</c>, <c>STG_E_LOCKED</c>.</summary>
    private static bool IsResult(ReadOnlySpan<char> name) =>
        name.StartsWith("E_", StringComparison.Ordinal) || name.Contains("_E_", StringComparison.Ordinal);

    /// <summary>Whether a name is that of something one calls to learn of errors, and not of one: <c>GetErrorInfo</c>.</summary>
    private static bool IsMethod(string name) =>
        Array.Exists(Verbs, v => name.Length > v.Length && name.StartsWith(v, StringComparison.Ordinal) && char.IsAsciiLetterUpper(name[v.Length]))
        && !Array.Exists(Outcomes, o => name.EndsWith(o, StringComparison.Ordinal));
}
