using System.Text.Json;
using KbApi.Cli.Terminal;
using KbApi.Server.Access.Keys;
using Spectre.Console;

namespace KbApi.Cli.Keys;

/// <summary>Shows which keys there are, and which of them open something. Neither keys nor hashes.</summary>
internal static class KeyList
{
    private const string Day = "yyyy-MM-dd";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    public static void Write(ITerminal terminal, IReadOnlyList<ApiKey> keys, DateTimeOffset now, bool asJson)
    {
        if (asJson)
        {
            WriteJson(terminal.Output, keys, now);
            return;
        }

        if (keys.Count == 0)
        {
            terminal.Error.WriteLine(terminal.Text("Keys_None"));
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in (string[])["Id", "For", "Scopes", "State", "Created", "Expires"])
        {
            table.AddColumn(new TableColumn(terminal.Text("Keys_Column_" + column)));
        }

        foreach (var key in keys)
        {
            var state = StateOf(key, now);
            table.AddRow(
                new Text(key.Id), new Text(key.Name), new Text(string.Join('\n', key.Scopes)), new Text(terminal.Text("Keys_State_" + state), ColorOf(state)),
                new Text(DayOf(terminal, key.CreatedAt)), new Text(DayOf(terminal, key.ExpiresAt)));
        }

        terminal.CreateConsole().Write(table);
    }

    private static string StateOf(ApiKey key, DateTimeOffset now) => key.RevokedAt is not null ? "revoked" : key.IsValidAt(now) ? "valid" : "expired";

    private static Style ColorOf(string state) => new(state == "valid" ? Color.Green : Color.Grey);

    private static string DayOf(ITerminal terminal, DateTimeOffset? moment) => moment?.UtcDateTime.ToString(Day, terminal.Culture) ?? terminal.Text("Keys_Never");

    private static void WriteJson(TextWriter output, IReadOnlyList<ApiKey> keys, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartArray();
            foreach (var key in keys)
            {
                json.WriteStartObject();
                json.WriteString("id", key.Id);
                json.WriteString("name", key.Name);
                json.WriteStartArray("scopes");
                key.Scopes.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteString("state", StateOf(key, now));
                json.WriteString("createdAt", key.CreatedAt);
                WriteMoment(json, "expiresAt", key.ExpiresAt);
                WriteMoment(json, "revokedAt", key.RevokedAt);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteMoment(Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } value)
        {
            json.WriteString(name, value);
        }
    }
}
