#pragma warning disable RS0030 // A tool prints to the console.
using System.Globalization;
using KbApi.InputFuzzing;
using SharpFuzz;

const string Usage = """
    usage: KbApi.InputFuzzing run NAME|all [--seed N] [--seconds S]
           KbApi.InputFuzzing replay NAME FILE
           KbApi.InputFuzzing afl NAME         (run by afl-fuzz; see afl.sh)
    """;
switch (args)
{
    case ["run", var name, .. var options] when Targets(name) is { Count: > 0 } targets && Option(options, "--seed", 1) is { } seed && Option(options, "--seconds", 60) is { } seconds:
        return targets.Sum(t => new TargetRun(t, TargetRun.SeedsOf(t), Console.Out).Run(seed, TimeSpan.FromSeconds(seconds))) == 0 ? 0 : 1;
    case ["replay", var name, var file] when Targets(name) is [var target]:
        target.Run(File.ReadAllBytes(file));
        return 0;
    case ["afl", var name]:
        // Instrumented code must not run before afl-fuzz has said where it reports to: the target is made with the first input.
        FuzzTarget? made = null;
        Fuzzer.OutOfProcess.Run(stream => (made ??= Targets(name).Single()).Run(AllOf(stream)));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static List<FuzzTarget> Targets(string name) => [.. new FuzzTargets().All.Where(t => name == "all" || t.Name == name)];

static byte[] AllOf(Stream stream)
{
    using var all = new MemoryStream();
    stream.CopyTo(all);
    return all.ToArray();
}

static int? Option(string[] options, string name, int otherwise)
{
    var at = Array.IndexOf(options, name);
    return at < 0 ? otherwise : at + 1 < options.Length && int.TryParse(options[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
