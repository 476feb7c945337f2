#pragma warning disable RS0030 // A tool prints to the console.
using System.Globalization;
using KbApi.Fuzzing;

const string Usage = "usage: KbApi.Fuzzing hostile [SHAPE…] | fuzz PATH [--seed N] [--seconds S] | shorten SEED BLOCKS";
switch (args)
{
    case ["hostile", .. var shapes]:
        HostileRun.Write(shapes, Console.Out);
        return 0;
    case ["fuzz", var path, .. var options] when Option(options, "--seed", 1) is { } seed && Option(options, "--seconds", 60) is { } seconds:
        return FuzzRun.Over(path, Console.Out).Run(seed, TimeSpan.FromSeconds(seconds)) == 0 ? 0 : 1;
    case ["shorten", var number, var size] when int.TryParse(number, CultureInfo.InvariantCulture, out var seed) && int.TryParse(size, CultureInfo.InvariantCulture, out var blocks):
        Console.Out.WriteLine(new FuzzRun([], Console.Out).Shortest(seed, blocks));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static int? Option(string[] options, string name, int otherwise)
{
    var at = Array.IndexOf(options, name);
    return at < 0 ? otherwise : at + 1 < options.Length && int.TryParse(options[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
