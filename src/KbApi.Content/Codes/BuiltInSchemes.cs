namespace KbApi.Content.Codes;

/// <summary>The ids of the schemes whose codes are recognised by their form or by the words around them, not by a pattern.</summary>
public static class BuiltInSchemes
{
    /// <summary>A 32-bit result with the failure bit set, 0x80000000 to 0xBFFFFFFF; also written as a negative number.</summary>
    public const string HResult = "hresult";

    /// <summary>A 32-bit kernel status of severity error, 0xC0000000 and above.</summary>
    public const string NtStatus = "ntstatus";

    /// <summary>Any other hexadecimal code.</summary>
    public const string Hex = "hex";

    /// <summary>The number of an event in a log; belongs to its source.</summary>
    public const string Event = "event";

    /// <summary>An HTTP status, 100 to 599.</summary>
    public const string Http = "http";

    /// <summary>A number that only its name, prefix or source makes a code.</summary>
    public const string Number = "number";

    /// <summary>A constant in capitals with underscores, such as <c>ERROR_ACCESS_DENIED</c>.</summary>
    public const string Constant = "constant";

    /// <summary>A name in mixed case, such as <c>PasswordResetFail</c>.</summary>
    public const string Symbol = "symbol";

    /// <summary>An enhanced status of mail transfer, three numbers with dots between them, such as <c>5.7.1</c>.</summary>
    public const string MailStatus = "mail";

    /// <summary>A SQLSTATE, five digits and capitals, such as <c>HY000</c>.</summary>
    public const string SqlState = "sqlstate";

    /// <summary>A prefix in capitals and a number, of a family that no scheme describes.</summary>
    public const string Prefixed = "prefixed";
}
