using System.Text;

namespace KbApi.Rules.Tests.Classification.Hostile;

/// <summary>Reports of a given length whose shape makes readers look at the same text again and again.</summary>
internal static class HostileReports
{
    private const string Message = "Synchronization Engine returned an error hr=800700CE, message=The filename or extension is too long";

    /// <summary>What makes a report of about so many characters, by what it is.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } = new Dictionary<string, Func<int, string>>
    {
        ["one run of digits"] = n => new string('7', n),
        ["runs of digits"] = n => Repeat("80230619123 ", n),
        ["digits with hyphens"] = n => Repeat("31003-", n),
        ["digits with dots"] = n => Repeat("1.", n),
        ["digits with colons"] = n => Repeat("1:", n),
        ["octets"] = n => Repeat("10.0.0.", n),
        ["blanks around numbers"] = n => new string(' ', n / 2) + Repeat("31003 31002 ", n / 2),
        ["documented codes"] = n => Repeat("error 31003 ", n),
        ["halves of a message"] = n => Repeat(Message[..(Message.Length / 2)] + " ", n),
        ["a message word by word"] = n => Grow(n, i => Message[..(i % Message.Length)] + " "),
        ["whole messages"] = n => Repeat(Message + " ", n),
        ["one word"] = n => new string('a', n),
        ["one word with capitals"] = n => Repeat("aB", n),
        ["one word with underscores"] = n => Repeat("a_", n),
        ["one word with equals signs"] = n => Repeat("a=", n),
        ["one word with slashes"] = n => Repeat("a/", n),
        ["one word of addresses"] = n => Repeat("http://a", n),
        ["one word of at signs"] = n => Repeat("a@b.c@", n),
        ["one word of ideographs"] = n => new string('\u9519', n),
        ["json in json"] = n => Repeat("{\"a\":", n),
        ["json in strings"] = n => Repeat("{\\\"password\\\":\\\\\\\"", n),
        ["arrays in arrays"] = n => Repeat("[", n),
        ["quotes"] = n => Repeat("\"", n),
        ["labels and quotes that nobody closes"] = n => Repeat("password: \"a token='b ", n),
        ["labels"] = n => Repeat("password ", n),
        ["labels with values"] = n => Repeat("user name: Anna pwd=x1;", n),
        ["schemes"] = n => Repeat("bearer ", n),
        ["beginnings of keys"] = n => Repeat("-----BEGIN ", n),
        ["backslashes"] = n => new string('\\', n),
    };

    private static string Repeat(string part, int length) => Grow(length, _ => part);

    private static string Grow(int length, Func<int, string> part)
    {
        var text = new StringBuilder(length + 128);
        for (var i = 0; text.Length < length; i++)
        {
            text.Append(part(i));
        }

        return text.ToString(0, length);
    }
}
