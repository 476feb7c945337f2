using System.Globalization;
using System.Text;
using KbApi.Rules.Logs;

namespace KbApi.Benchmarks.Logs;

/// <summary>An event log of any length in any format, always the same: operations that overlap, some of which fail, among events of other programs.</summary>
internal sealed class GeneratedLog(LogFormat format)
{
    private const string Source = "PasswordResetService";

    private static readonly DateTime Start = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    private int _number;

    /// <summary>What stands before the first record.</summary>
    public string Head => format switch
    {
        LogFormat.Xml => "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<Events>\n",
        LogFormat.Csv => "Level,Date and Time,Source,Event ID,Task Category\n",
        _ => "",
    };

    /// <summary>The next record.</summary>
    public string Next()
    {
        var i = _number++;
        var time = Start.AddMilliseconds(i * 400L);

        // Of eight events four are of four operations that overlap; the fourth of these in a row fails at times.
        var (source, code, isError) = (i % 8) switch
        {
            0 => (Source, 31001, false),
            2 => (Source, 31006, false),
            4 => (Source, i % 1000 < 8 ? 31003 : 31002, i % 1000 < 8),
            6 => (Source, 31007, false),
            _ => ("Service Control Manager", 7036, false),
        };
        var id = string.Create(CultureInfo.InvariantCulture, $"{(i % 4 == 0 ? 0 : 1):x8}-0000-4000-8000-{i / 8:x12}");
        var message = string.Create(CultureInfo.InvariantCulture, $"TrackingId: {id}, Details: the request of one user out of many, Version: 5.0.400.{i % 977}, something more to read in a message of about the length that they have");
        return format switch
        {
            LogFormat.Xml => string.Create(
                CultureInfo.InvariantCulture,
                $"<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='{source}'/><EventID Qualifiers='0'>{code}</EventID><Level>{(isError ? 2 : 4)}</Level><Task>0</Task><Keywords>0x80000000000000</Keywords><TimeCreated SystemTime='{time:O}'/><EventRecordID>{i}</EventRecordID><Channel>Application</Channel><Computer>SYNC01</Computer><Security/></System><EventData><Data>{message}</Data></EventData></Event>\n"),
            LogFormat.Csv => string.Create(CultureInfo.InvariantCulture, $"{(isError ? "Error" : "Information")},{time:yyyy-MM-dd HH:mm:ss},{source},{code},None,\"{message}\nsecond line\"\n"),
            LogFormat.JsonLines => string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"TimeCreated\":\"{time:O}\",\"Id\":{code},\"ProviderName\":\"{source}\",\"LevelDisplayName\":\"{(isError ? "Error" : "Information")}\",\"MachineName\":\"SYNC01\",\"Message\":\"{message}\"}}\n"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {(isError ? "ERROR" : "INFO")} Source: {source.Replace(' ', '-')}, Event ID: {code}, {message}\n"),
        };
    }

    /// <summary>A log of about a size.</summary>
    public static byte[] Of(LogFormat format, int bytes)
    {
        var log = new GeneratedLog(format);
        var text = new StringBuilder(log.Head);
        while (text.Length < bytes)
        {
            text.Append(log.Next());
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
