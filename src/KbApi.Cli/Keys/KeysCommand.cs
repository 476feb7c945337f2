using System.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Server.Access;

namespace KbApi.Cli.Keys;

/// <summary><c>kb keys</c>: makes, lists, rotates and revokes the keys that callers of the server show.</summary>
internal static class KeysCommand
{
    private const string FileVariable = "Kb__Keys__File";
    private const string DefaultFile = "keys.json";
    private const int MaxName = 100;

    public static Command Create(ITerminal terminal) => new("keys", terminal.Text("Keys_Description"))
    {
        CreateCreate(terminal), CreateList(terminal), CreateRotate(terminal), CreateRevoke(terminal),
    };

    private static Command CreateCreate(ITerminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = terminal.Text("Keys_Name") };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && (text.Trim().Length is 0 or > MaxName || text.Any(char.IsControl)))
            {
                result.AddError(terminal.Text("Keys_BadName", MaxName));
            }
        });
        var scopes = new Option<string[]>("--scope") { Description = terminal.Text("Keys_Scope", string.Join(", ", Scopes.All)), HelpName = "SCOPE", Required = true, AllowMultipleArgumentsPerToken = true };
        scopes.AcceptOnlyFromAmong([.. Scopes.All]);
        var expires = KeyTimes.Expiry(terminal);
        var file = FileOption(terminal);
        var command = new Command("create", terminal.Text("KeysCreate_Description")) { name, scopes, expires, file };
        command.SetAction((result, cancellation) => new KeySession(terminal, result.GetRequiredValue(file), TimeProvider.System).CreateAsync(
            result.GetRequiredValue(name).Trim(), [.. result.GetRequiredValue(scopes).Distinct()], result.GetValue(expires), cancellation));
        return command;
    }

    private static Command CreateList(ITerminal terminal)
    {
        var format = new Option<string>("--format") { Description = terminal.Text("Model_Format"), DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var file = FileOption(terminal);
        var command = new Command("list", terminal.Text("KeysList_Description")) { format, file };
        command.SetAction(result => new KeySession(terminal, result.GetRequiredValue(file), TimeProvider.System).List(result.GetRequiredValue(format) == "json"));
        return command;
    }

    private static Command CreateRotate(ITerminal terminal)
    {
        var id = Id(terminal);
        var grace = KeyTimes.Grace(terminal);
        var file = FileOption(terminal);
        var command = new Command("rotate", terminal.Text("KeysRotate_Description")) { id, grace, file };
        command.SetAction((result, cancellation) => new KeySession(terminal, result.GetRequiredValue(file), TimeProvider.System).RotateAsync(
            result.GetRequiredValue(id), result.GetValue(grace), cancellation));
        return command;
    }

    private static Command CreateRevoke(ITerminal terminal)
    {
        var id = Id(terminal);
        var file = FileOption(terminal);
        var command = new Command("revoke", terminal.Text("KeysRevoke_Description")) { id, file };
        command.SetAction((result, cancellation) => new KeySession(terminal, result.GetRequiredValue(file), TimeProvider.System).RevokeAsync(result.GetRequiredValue(id), cancellation));
        return command;
    }

    private static Argument<string> Id(ITerminal terminal) => new("ID") { Description = terminal.Text("Keys_Id") };

    private static Option<string> FileOption(ITerminal terminal) => new("--file")
    {
        Description = terminal.Text("Keys_File", FileVariable),
        HelpName = "FILE",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } named ? named : DefaultFile,
    };
}
