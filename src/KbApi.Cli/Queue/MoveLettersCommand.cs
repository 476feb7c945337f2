using System.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Server.Queue;

namespace KbApi.Cli.Queue;

/// <summary><c>kb queue replay</c> and <c>kb queue drop</c>: give dead letters to workers again, or drop them for good.</summary>
internal static class MoveLettersCommand
{
    public static Command CreateReplay(ITerminal terminal) => Create(
        terminal,
        "replay",
        "QueueReplay",
        async (box, letter, cancellation) =>
        {
            await box.ReplayAsync(letter, cancellation);
            return true;
        });

    public static Command CreateDrop(ITerminal terminal) => Create(terminal, "drop", "QueueDrop", (box, letter, cancellation) => box.DropAsync(letter.Number, cancellation));

    private static Command Create(ITerminal terminal, string name, string texts, Func<DeadLetterBox, DeadLetter, CancellationToken, Task<bool>> move)
    {
        var access = new QueueAccess(terminal);
        var numbers = new Argument<ulong[]>("NUMBER") { Description = terminal.Text("Queue_Number"), Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = terminal.Text("Queue_All") };
        var command = new Command(name, terminal.Text(texts + "_Description")) { numbers, all };
        access.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(numbers) ?? []).Length > 0)
            {
                result.AddError(terminal.Text("Queue_NumbersOrAll"));
            }
        });
        command.SetAction((result, cancellation) => access.UseAsync(
            result,
            async (connection, token) =>
            {
                var box = new DeadLetterBox(connection);
                var (done, missing) = (0, 0);
                await foreach (var (number, letter) in result.GetValue(all) ? All(box, token) : Named(box, result.GetValue(numbers) ?? [], token))
                {
                    if (letter is not null && await move(box, letter, token))
                    {
                        done++;
                    }
                    else
                    {
                        missing++;
                        await terminal.Error.WriteLineAsync("kb: " + terminal.Text("Queue_NoLetter", number));
                    }
                }

                await terminal.Output.WriteLineAsync(terminal.Text(texts + "_Done", done));
                return missing > 0 ? ExitCode.Findings : ExitCode.Clean;
            },
            cancellation));
        return command;
    }

    private static async IAsyncEnumerable<(ulong Number, DeadLetter? Letter)> All(
        DeadLetterBox box, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        // Those that come meanwhile, perhaps again, are left for the next time.
        await foreach (var letter in box.ReadAsync(cancellation))
        {
            yield return (letter.Number, letter);
        }
    }

    private static async IAsyncEnumerable<(ulong Number, DeadLetter? Letter)> Named(
        DeadLetterBox box, IEnumerable<ulong> numbers, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var number in numbers.Distinct())
        {
            yield return (number, await box.FindAsync(number, cancellation));
        }
    }
}
